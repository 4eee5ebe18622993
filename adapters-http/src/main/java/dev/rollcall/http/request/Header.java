package dev.rollcall.http.request;

import java.util.Locale;

/// One header line of a request.
///
/// @param name in lower case, since a header's name means the same in any case
/// @param value as received, one character for each byte (ISO-8859-1): a signature covers bytes
public record Header(String name, String value) {

    /// @throws IllegalArgumentException if a character of the value is not a byte
    public Header {
        name = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0xFF) {
                throw new IllegalArgumentException(
                        "a header value with a character that is not a byte");
            }
        }
    }
}
