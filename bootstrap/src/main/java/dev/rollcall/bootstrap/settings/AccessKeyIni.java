package dev.rollcall.bootstrap.settings;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The format of a file of access keys: an [IniFile] with the entries of the AWS shared-credentials
/// file, and more.
///
/// ```
/// [alice]                                 who uses the key, for the log
/// aws_access_key_id = AKIDEXAMPLE
/// aws_secret_access_key = secret
/// account = 123456789012                  whose jobs the key is for
/// regions = us-east-1, eu-west-1          where it is good; everywhere if absent
/// allow = list, record                    what for; list if absent
/// aws_session_token = token               a temporary key has one,
/// expires = 2030-01-01T00:00:00Z          and an end
/// ```
final class AccessKeyIni {

    private static final Set<String> NAMES =
            Set.of(
                    "aws_access_key_id",
                    "aws_secret_access_key",
                    "aws_session_token",
                    "expires",
                    "account",
                    "regions",
                    "allow");

    private AccessKeyIni() {}

    /// The keys by their identifiers.
    static Map<String, AccessKey> parse(List<String> lines) throws IniFile.Broken {
        Map<String, AccessKey> keys = new HashMap<>();
        for (IniFile.Section section : IniFile.parse(lines, NAMES)) {
            var key = key(section);
            if (keys.put(key.id(), key) != null) {
                throw section.broken("another section has the same aws_access_key_id");
            }
        }
        return Map.copyOf(keys);
    }

    private static AccessKey key(IniFile.Section section) throws IniFile.Broken {
        return new AccessKey(
                section.required("aws_access_key_id", AccessKey::requireId),
                section.required("aws_secret_access_key", Secret::of),
                sessionToken(section),
                section.required("account", AccountId::new),
                section.optional("regions", AccessKeyIni::regions).orElse(new Regions.All()),
                section.optional("allow", AccessKeyIni::permissions)
                        .orElse(Set.of(Permission.LIST)),
                section.name());
    }

    private static Optional<SessionToken> sessionToken(IniFile.Section section)
            throws IniFile.Broken {
        Optional<Secret> token = section.optional("aws_session_token", Secret::of);
        Optional<Instant> expires =
                section.optional("expires", time -> OffsetDateTime.parse(time).toInstant());
        if (token.isPresent() != expires.isPresent()) {
            throw section.broken("aws_session_token and expires need each other");
        }
        return token.map(secret -> new SessionToken(secret, expires.orElseThrow()));
    }

    static Regions regions(String list) {
        return new Regions.Only(items(list).map(Region::new).collect(Collectors.toSet()));
    }

    static Set<Permission> permissions(String list) {
        return items(list)
                .map(item -> Permission.valueOf(item.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    static Stream<String> items(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip);
    }
}
