package dev.rollcall.bootstrap.settings;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.intake.IntakeKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The format of a file of intake keys: an [IniFile] as of access keys.
///
/// ```
/// [eventbridge]                           who uses the key, for the log
/// key = secret                            what X-Api-Key presents
/// accounts = 123456789012, 210987654321   whose jobs may be recorded; everybody's if absent
/// regions = us-east-1, eu-west-1          in which regions; in all if absent
/// ```
final class IntakeKeyIni {

    private static final Set<String> NAMES = Set.of("key", "accounts", "regions");

    private IntakeKeyIni() {}

    /// The keys by their sections' names.
    static Map<String, IntakeKey> parse(List<String> lines) throws IniFile.Broken {
        Map<String, IntakeKey> keys = new HashMap<>();
        for (IniFile.Section section : IniFile.parse(lines, NAMES)) {
            keys.put(section.name(), key(section));
        }
        return Map.copyOf(keys);
    }

    private static IntakeKey key(IniFile.Section section) throws IniFile.Broken {
        Optional<Set<AccountId>> accounts = section.optional("accounts", IntakeKeyIni::accounts);
        return new IntakeKey(
                section.name(),
                section.required("key", Secret::of),
                accounts,
                section.optional("regions", AccessKeyIni::regions).orElse(new Regions.All()));
    }

    private static Set<AccountId> accounts(String list) {
        return AccessKeyIni.items(list).map(AccountId::new).collect(Collectors.toSet());
    }
}
