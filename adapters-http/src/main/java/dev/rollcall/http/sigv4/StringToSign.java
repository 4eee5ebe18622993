package dev.rollcall.http.sigv4;

import java.util.HexFormat;

import javax.crypto.spec.SecretKeySpec;

/// What a signature is computed from: the request, the time of signing and the key's scope.
record StringToSign(String text) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    static StringToSign of(RequestTime time, CredentialScope scope, CanonicalRequest request) {
        return new StringToSign(ALGORITHM + "\n" + time + "\n" + scope + "\n" + request.hash());
    }

    /// The signature in lower-case hexadecimal digits.
    String signature(SecretKeySpec key) {
        return HexFormat.of().formatHex(Sha256.mac(key, text));
    }

    /// Not the text, because it must not get into a log.
    @Override
    public String toString() {
        return "StringToSign";
    }
}
