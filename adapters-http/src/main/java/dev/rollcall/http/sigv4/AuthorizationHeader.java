package dev.rollcall.http.sigv4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The parts of an `Authorization` header: `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…,
/// Signature=…`. None of them is verified.
sealed interface AuthorizationHeader {

    /// The names of the parts, in the order in which AWS reports missing ones.
    List<String> PARTS = List.of("Credential", "Signature", "SignedHeaders");

    /// The text of a [Credential], well-formed or not; empty if the part is missing.
    String credential();

    record Complete(String algorithm, String credential, String signature, String signedHeaders)
            implements AuthorizationHeader {

        /// The credential alone, because a signature must not get into a log.
        @Override
        public String toString() {
            return credential;
        }
    }

    record Incomplete(List<String> missing, String credential) implements AuthorizationHeader {}

    /// Reads the header. A part counts as missing unless it is there exactly once. Of two headers
    /// neither counts, because another reader of the request might pick the other one.
    ///
    /// @param lines the values of the header's lines
    static AuthorizationHeader parse(List<String> lines) {
        Map<String, String> parts = lines.size() == 1 ? parts(lines.getFirst()) : Map.of();
        List<String> missing =
                PARTS.stream().filter(name -> parts.getOrDefault(name, "").isEmpty()).toList();
        String credential = parts.getOrDefault("Credential", "");
        return missing.isEmpty()
                ? new Complete(
                        algorithm(lines.getFirst()),
                        credential,
                        parts.getOrDefault("Signature", ""),
                        parts.getOrDefault("SignedHeaders", ""))
                : new Incomplete(missing, credential);
    }

    private static String algorithm(String header) {
        return header.strip().split(" ", 2)[0];
    }

    private static Map<String, String> parts(String header) {
        String stripped = header.strip();
        var parts = new HashMap<String, String>();
        for (String part : stripped.substring(algorithm(stripped).length()).split(",", -1)) {
            String[] nameAndValue = part.strip().split("=", 2);
            if (nameAndValue.length == 2) {
                parts.merge(nameAndValue[0], nameAndValue[1], (_, _) -> "");
            }
        }
        return parts;
    }
}
