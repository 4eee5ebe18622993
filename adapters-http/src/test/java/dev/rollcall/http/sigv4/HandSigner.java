package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;

import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.support.RequestDraft;

import java.util.List;

/// Signs requests at noon that no AWS SDK would sign, as an attacker with a key might.
final class HandSigner {

    private HandSigner() {}

    /// The request with an `Authorization` header whose signature is right for exactly these
    /// headers, and for a body with this hash.
    static RequestDraft signByHand(
            AccessKey key, RequestDraft draft, List<String> signedHeaders, String bodyHash) {
        var time = new RequestTime(NOON);
        var scope = new CredentialScope(time.day(), HERE.value(), "sagemaker");
        var canonical = CanonicalRequest.of(draft.received(), signedHeaders, bodyHash);
        String signature =
                StringToSign.of(time, scope, canonical)
                        .signature(new SigningKeys().of(key.secret(), scope));
        return draft.with(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(key.id(), scope, String.join(";", signedHeaders), signature));
    }

    /// The same for the body that the request has.
    static RequestDraft signByHand(AccessKey key, RequestDraft draft, List<String> signedHeaders) {
        return signByHand(key, draft, signedHeaders, Sha256.hex(draft.received().body()));
    }
}
