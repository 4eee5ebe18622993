package dev.rollcall.http.sigv4;

import java.util.HexFormat;

import javax.crypto.spec.SecretKeySpec;

/// What a signature is computed of: the request, when it was signed and what the key is good for.
public record StringToSign(String text) {

    public static final String ALGORITHM = "AWS4-HMAC-SHA256";

    public static StringToSign of(
            RequestTime time, CredentialScope scope, CanonicalRequest request) {
        return new StringToSign(ALGORITHM + "\n" + time + "\n" + scope + "\n" + request.hash());
    }

    /// The signature in lower-case hexadecimal digits.
    public String signature(SecretKeySpec key) {
        return HexFormat.of().formatHex(Sha256.mac(key, text));
    }

    /// Not the text, which belongs into no log.
    @Override
    public String toString() {
        return "StringToSign";
    }
}
