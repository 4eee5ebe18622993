package dev.rollcall.mongo;

import dev.rollcall.application.StorageUnsuitable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The options of a connection string. The driver passes over what it does not know, and a person
/// who wrote `tlsCAFile` believes that it counts; so that is refused.
record UrlOptions(List<Option> options) {

    /// What the driver knows, in lower case, since it ignores case.
    static final Set<String> KNOWN =
            Set.of(
                    "appname",
                    "authmechanism",
                    "authmechanismproperties",
                    "authsource",
                    "compressors",
                    "connecttimeoutms",
                    "directconnection",
                    "enableoverloadretargeting",
                    "gssapiservicename",
                    "heartbeatfrequencyms",
                    "journal",
                    "loadbalanced",
                    "localthresholdms",
                    "maxadaptiveretries",
                    "maxconnecting",
                    "maxidletimems",
                    "maxlifetimems",
                    "maxpoolsize",
                    "maxstalenessseconds",
                    "minpoolsize",
                    "proxyhost",
                    "proxypassword",
                    "proxyport",
                    "proxyusername",
                    "readconcernlevel",
                    "readpreference",
                    "readpreferencetags",
                    "replicaset",
                    "retryreads",
                    "retrywrites",
                    "safe",
                    "servermonitoringmode",
                    "serverselectiontimeoutms",
                    "sockettimeoutms",
                    "srvallowedhostssuffix",
                    "srvmaxhosts",
                    "srvservicename",
                    "ssl",
                    "sslinvalidhostnameallowed",
                    "timeoutms",
                    "tls",
                    "tlsallowinvalidhostnames",
                    "tlsinsecure",
                    "uuidrepresentation",
                    "w",
                    "waitqueuetimeoutms",
                    "wtimeoutms",
                    "zlibcompressionlevel");

    private static final Set<String> BOOLEANS =
            Set.of(
                    "directconnection",
                    "enableoverloadretargeting",
                    "journal",
                    "loadbalanced",
                    "retryreads",
                    "retrywrites",
                    "safe",
                    "ssl",
                    "sslinvalidhostnameallowed",
                    "tls",
                    "tlsallowinvalidhostnames",
                    "tlsinsecure");

    private static final String TRUST =
            "leave it out, and let Java trust the authority: keytool -importcert -noprompt -file"
                    + " FILE -keystore trust.p12 -storepass PASSWORD, and"
                    + " JAVA_TOOL_OPTIONS='-Djavax.net.ssl.trustStore=trust.p12"
                    + " -Djavax.net.ssl.trustStorePassword=PASSWORD'.";

    private static final String CLIENT_KEY =
            "leave it out, and give Java certificate and key: openssl pkcs12 -export -in FILE -out"
                    + " client.p12, and JAVA_TOOL_OPTIONS='-Djavax.net.ssl.keyStore=client.p12"
                    + " -Djavax.net.ssl.keyStorePassword=PASSWORD'.";

    /// What to do instead, for options of other drivers and tools.
    private static final Map<String, String> INSTEAD =
            Map.of(
                    "tlscafile", TRUST,
                    "sslcertificateauthorityfile", TRUST,
                    "tlsallowinvalidcertificates", TRUST,
                    "sslallowinvalidcertificates", TRUST,
                    "tlscertificatekeyfile", CLIENT_KEY,
                    "tlscertificatekeyfilepassword", CLIENT_KEY,
                    "sslclientcertificatekeyfile", CLIENT_KEY);

    /// @param name as it was written
    record Option(String name, String value) {

        String key() {
            return name.toLowerCase(Locale.ROOT);
        }

        boolean isMechanism(String mechanism) {
            return key().equals("authmechanism") && value.equals(mechanism);
        }

        /// Any name that an option could have; what else stands in its place may be a secret.
        String named() {
            return name.matches("[A-Za-z0-9.]{1,40}") ? "option " + name : "option of unusual name";
        }
    }

    /// @param query what follows the question mark of a connection string
    static UrlOptions of(String query) {
        return new UrlOptions(
                Arrays.stream(query.split("[&;]"))
                        .filter(option -> !option.isEmpty())
                        .map(option -> option.split("=", 2))
                        .map(it -> new Option(it[0], it.length == 2 ? it[1] : ""))
                        .toList());
    }

    /// Whether they say that nobody needs a password, since there is a ticket of Kerberos.
    boolean useTicket() {
        return options.stream().anyMatch(option -> option.isMechanism("GSSAPI"));
    }

    /// Whether an `@` stands where none belongs, but for the one value that commonly has some.
    boolean holdAt() {
        return options.stream()
                .filter(option -> !option.key().equals("appname"))
                .anyMatch(option -> option.name().contains("@") || option.value().contains("@"));
    }

    /// @throws StorageUnsuitable if the driver would pass over one of the options
    void requireKnown() {
        options.forEach(UrlOptions::requireKnown);
    }

    private static void requireKnown(Option option) {
        if (!KNOWN.contains(option.key())) {
            throw new StorageUnsuitable(
                    "The URL of MongoDB has an %s, which would have no effect: the driver for Java"
                                    .formatted(option.named())
                            + " does not know it.",
                    INSTEAD.getOrDefault(option.key(), "leave it out, or correct its name."));
        }
        if (BOOLEANS.contains(option.key()) && !isBoolean(option.value())) {
            throw new StorageUnsuitable(
                    "The URL of MongoDB has an %s, which is neither true nor false."
                            .formatted(option.named()),
                    "write true or false.");
        }
        if (option.isMechanism("MONGODB-CR")) {
            throw new StorageUnsuitable(
                    "The URL of MongoDB has an option authMechanism that no server knows any more.",
                    "leave it out: the driver and the server agree on one.");
        }
    }

    private static boolean isBoolean(String value) {
        return Set.of("true", "yes", "1", "false", "no", "0")
                .contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
