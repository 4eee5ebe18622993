package dev.rollcall.http.sigv4;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.FindAccessKey;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Accepts the requests that were signed with a known access key: AWS Signature Version 4, in the
/// `Authorization` header, over the whole body.
///
/// No part of the request is trusted. The canonical request is built from what was received and
/// from the hash of the received body, never from what the request declares about itself. So
/// unsigned and streaming payloads fail, and presigned queries are ignored. A request can be sent
/// again unchanged for as long as clocks may differ; listing twice does no harm.
public final class SignedAccess implements Authenticator {

    /// At debug level, because anybody who reaches the server can cause these lines. They contain
    /// nothing that the client sent; a [dev.rollcall.http.access.RefusalLog] contains a little of
    /// it, and less often.
    private static final Logger LOG = LoggerFactory.getLogger(SignedAccess.class);

    private final FindAccessKey keys;
    private final Duration skew;
    private final InstantSource clock;
    private final SigningKeys signingKeys;

    public SignedAccess(FindAccessKey keys, Duration skew, InstantSource clock) {
        this(keys, skew, clock, new SigningKeys());
    }

    SignedAccess(FindAccessKey keys, Duration skew, InstantSource clock, SigningKeys signingKeys) {
        this.keys = keys;
        this.skew = skew;
        this.clock = clock;
        this.signingKeys = signingKeys;
    }

    /// That a key is unknown is no secret, because its answer is another than that to a wrong
    /// signature; so nobody without a key is waited for.
    @Override
    public Optional<AuthenticationResult.Refused> refuse(RequestHead head) {
        return switch (SignatureClaim.read(head, new RequestTime(clock.instant()), skew)) {
            case SignatureClaim claim ->
                    key(claim, head).isPresent() ? Optional.empty() : Optional.of(unknownKey(head));
            case SignatureRefusal refusal -> Optional.of(withoutKey(refusal, head));
        };
    }

    @Override
    public AuthenticationResult authenticate(ReceivedRequest request) {
        var now = new RequestTime(clock.instant());
        return switch (SignatureClaim.read(request.head(), now, skew)) {
            case SignatureClaim claim ->
                    key(claim, request.head())
                            .map(key -> verify(claim, key, request, now))
                            .orElseGet(() -> unknownKey(request.head()));
            case SignatureRefusal refusal -> withoutKey(refusal, request.head());
        };
    }

    private Optional<AccessKey> key(SignatureClaim claim, RequestHead head) {
        Optional<String> token = head.header("x-amz-security-token");
        return keys.find(claim.accessKeyId()).filter(key -> key.acceptsSessionToken(token));
    }

    private static AuthenticationResult.Refused withoutKey(
            SignatureRefusal refusal, RequestHead head) {
        LOG.debug("Refused before looking for a key: {}", refusal);
        return refusal.of(head);
    }

    private static AuthenticationResult.Refused unknownKey(RequestHead head) {
        LOG.debug("Refused: no such access key, or not with this session token");
        return SignatureRefusal.invalidToken().of(head);
    }

    private AuthenticationResult verify(
            SignatureClaim claim, AccessKey key, ReceivedRequest request, RequestTime now) {
        if (!isSigned(claim, request, key.secret())) {
            return refused(key, SignatureRefusal.wrongSignature(), request.head());
        }
        if (!key.regions().include(claim.region())) {
            return refused(key, SignatureRefusal.otherRegion(claim.region()), request.head());
        }
        if (key.hasExpired(now.instant())) {
            return refused(key, SignatureRefusal.expiredToken(), request.head());
        }
        return new AuthenticationResult.Granted(
                new Scope(key.account(), claim.region()), Optional.of(key));
    }

    private static AuthenticationResult.Refused refused(
            AccessKey key, SignatureRefusal refusal, RequestHead head) {
        LOG.debug("Refused a request with the key of {}: {}", key.userName(), refusal);
        return refusal.of(head);
    }

    private boolean isSigned(SignatureClaim claim, ReceivedRequest request, Secret secret) {
        String bodyHash = Sha256.hex(request.body());
        var canonical = CanonicalRequest.of(request, claim.signedHeaders(), bodyHash);
        CredentialScope scope = claim.scope();
        String expected =
                StringToSign.of(claim.time(), scope, canonical)
                        .signature(signingKeys.of(secret, scope));
        boolean same = MessageDigest.isEqual(latin1(expected), latin1(claim.signature()));
        return same
                && request.headerNames().containsAll(claim.signedHeaders())
                && declaresNoOtherBody(request, bodyHash);
    }

    private static boolean declaresNoOtherBody(ReceivedRequest request, String bodyHash) {
        return request.header("x-amz-content-sha256").orElse(bodyHash).equals(bodyHash);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
