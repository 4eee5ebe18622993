package dev.rollcall.http.sigv4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The percent-encoding of RFC 3986 as signature version 4 uses it: every character except the
/// unreserved ones is encoded, with upper-case digits.
final class PercentEncoding {

    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    static String encode(byte[] bytes) {
        var encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%');
                UPPER_CASE.toHexDigits(encoded, b);
            }
        }
        return encoded.toString();
    }

    /// Decodes any text: a percent sign without two hexadecimal digits after it means itself, and
    /// so does a plus sign.
    static byte[] decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(encoded.length);
        int i = 0;
        while (i < encoded.length) {
            if (isEscape(encoded, i)) {
                decoded.write(
                        HexFormat.fromHexDigit(encoded[i + 1]) << 4
                                | HexFormat.fromHexDigit(encoded[i + 2]));
                i += 3;
            } else {
                decoded.write(encoded[i]);
                i++;
            }
        }
        return decoded.toByteArray();
    }

    private static boolean isEscape(byte[] text, int at) {
        return text[at] == '%'
                && at + 2 < text.length
                && HexFormat.isHexDigit(text[at + 1])
                && HexFormat.isHexDigit(text[at + 2]);
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
