package dev.rollcall.bootstrap.settings;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The format of a file of access keys: that of the AWS shared-credentials file, with more entries.
///
/// ```
/// [alice]                                 who uses the key, for the log
/// aws_access_key_id = AKIDEXAMPLE
/// aws_secret_access_key = secret
/// account = 123456789012                  whose jobs the key is for
/// regions = us-east-1, eu-west-1          where it is good; everywhere if absent
/// allow = list                            what for; list if absent
/// aws_session_token = token               a temporary key has one,
/// expires = 2030-01-01T00:00:00Z          and an end
/// ```
///
/// Lines that begin with `#` or `;` are comments.
final class AccessKeyIni {

    private static final Pattern SECTION = Pattern.compile("\\[\\s*([^\\]]+?)\\s*\\]");
    private static final Pattern ENTRY = Pattern.compile("([^=\\s]+)\\s*=\\s*(.*)");

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

    /// The file breaks the format. The reason names the line or the section, and never a value.
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        private Broken(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// The keys by their identifiers.
    static Map<String, AccessKey> parse(List<String> lines) throws Broken {
        Map<String, AccessKey> keys = new HashMap<>();
        for (var section : sections(lines).entrySet()) {
            var key = new Section(section.getKey(), section.getValue()).key();
            if (keys.put(key.id(), key) != null) {
                throw new Broken(
                        "[%s]: another section has the same aws_access_key_id"
                                .formatted(section.getKey()));
            }
        }
        return Map.copyOf(keys);
    }

    private static Map<String, Map<String, String>> sections(List<String> lines) throws Broken {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        Optional<Map<String, String>> current = Optional.empty();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (section.matches()) {
                current = Optional.of(new HashMap<>());
                if (sections.put(section.group(1), current.get()) != null) {
                    throw broken(number, "a second [" + section.group(1) + "]");
                }
            } else if (!entry.matches() || current.isEmpty()) {
                throw broken(number, "neither [name] nor an entry of one");
            } else if (!NAMES.contains(entry.group(1))) {
                throw broken(number, "unknown entry " + entry.group(1));
            } else if (current.get().put(entry.group(1), entry.group(2)) != null) {
                throw broken(number, "a second " + entry.group(1));
            }
        }
        return sections;
    }

    private static Broken broken(int line, String what) {
        return new Broken("line " + line + ": " + what);
    }

    /// One section, which is one key.
    private record Section(String name, Map<String, String> entries) {

        AccessKey key() throws Broken {
            return new AccessKey(
                    required("aws_access_key_id", AccessKey::requireId),
                    required("aws_secret_access_key", Secret::of),
                    sessionToken(),
                    required("account", AccountId::new),
                    optional("regions", Section::regions).orElse(new Regions.All()),
                    optional("allow", Section::permissions).orElse(Set.of(Permission.LIST)),
                    name);
        }

        private Optional<SessionToken> sessionToken() throws Broken {
            Optional<Secret> token = optional("aws_session_token", Secret::of);
            Optional<Instant> expires =
                    optional("expires", time -> OffsetDateTime.parse(time).toInstant());
            if (token.isPresent() != expires.isPresent()) {
                throw new Broken(
                        "[%s]: aws_session_token and expires need each other".formatted(name));
            }
            return token.map(secret -> new SessionToken(secret, expires.orElseThrow()));
        }

        private static Regions regions(String list) {
            return new Regions.Only(items(list).map(Region::new).collect(Collectors.toSet()));
        }

        private static Set<Permission> permissions(String list) {
            return items(list)
                    .map(item -> Permission.valueOf(item.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toSet());
        }

        private static Stream<String> items(String list) {
            return Arrays.stream(list.split(",", -1)).map(String::strip);
        }

        private <T> T required(String entry, Function<String, T> reader) throws Broken {
            return optional(entry, reader)
                    .orElseThrow(() -> new Broken("[%s]: missing %s".formatted(name, entry)));
        }

        private <T> Optional<T> optional(String entry, Function<String, T> reader) throws Broken {
            try {
                return Optional.ofNullable(entries.get(entry)).map(reader);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Broken("[%s]: invalid %s".formatted(name, entry));
            }
        }
    }
}
