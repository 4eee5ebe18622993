package dev.rollcall.http.sigv4;

import static java.util.stream.Collectors.joining;

import dev.rollcall.http.request.ReceivedRequest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The canonical form of a request, which its signature covers (IAM User Guide, "Create a canonical
/// request").
///
/// @param text one character for each byte
record CanonicalRequest(String text) {

    /// The canonical form of a request.
    ///
    /// @param signedHeaders the names of the headers to sign, in lower case and sorted
    /// @param bodyHash what represents the body; the check passes the hash of the received body
    static CanonicalRequest of(
            ReceivedRequest request, List<String> signedHeaders, String bodyHash) {
        var text =
                new StringBuilder(1024)
                        .append(request.method())
                        .append('\n')
                        .append(CanonicalUri.path(request.path()))
                        .append('\n')
                        .append(CanonicalUri.query(request.query()))
                        .append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':');
            text.append(
                    request.headerLines(name).stream()
                            .map(CanonicalRequest::collapse)
                            .collect(joining(",")));
            text.append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n').append(bodyHash);
        return new CanonicalRequest(text.toString());
    }

    String hash() {
        return Sha256.hex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Removes white space at both ends, and makes one space of each run of it inside, also within
    /// quotes. A line break is white space too, so no value can pretend to be another line.
    private static String collapse(String value) {
        var collapsed = new StringBuilder(value.length());
        boolean pending = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isWhiteSpace(c)) {
                pending = !collapsed.isEmpty();
            } else {
                if (pending) {
                    collapsed.append(' ');
                    pending = false;
                }
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /// Not the text, because with its signature the request could be sent again.
    @Override
    public String toString() {
        return "CanonicalRequest";
    }
}
