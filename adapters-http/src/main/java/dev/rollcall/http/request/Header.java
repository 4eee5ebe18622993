package dev.rollcall.http.request;

import java.util.Locale;

/// One header line of a request.
///
/// @param name in lower case, since headers are the same in any
/// @param value as received, one character a byte (ISO-8859-1): a signature is over bytes
public record Header(String name, String value) {

    public Header {
        name = name.toLowerCase(Locale.ROOT);
        if (value.chars().anyMatch(c -> c > 0xFF)) {
            throw new IllegalArgumentException("a header value that is not one character a byte");
        }
    }
}
