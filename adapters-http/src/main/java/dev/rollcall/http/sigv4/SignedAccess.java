package dev.rollcall.http.sigv4;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.FindAccessKey;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.request.ReceivedRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
    /// nothing that the client sent; a [MismatchLog] contains a little of it, and less often.
    private static final Logger LOG = LoggerFactory.getLogger(SignedAccess.class);

    /// Used in place of the secret of an unknown key, so that the answer takes as long as for a
    /// known one. A request signed with it is refused all the same.
    private static final Secret NO_SECRET = Secret.of("no key has this secret");

    private final FindAccessKey keys;
    private final Duration skew;
    private final InstantSource clock;
    private final SigningKeys signingKeys;
    private final MismatchLog mismatches = new MismatchLog();

    public SignedAccess(FindAccessKey keys, Duration skew, InstantSource clock) {
        this(keys, skew, clock, new SigningKeys());
    }

    SignedAccess(FindAccessKey keys, Duration skew, InstantSource clock, SigningKeys signingKeys) {
        this.keys = keys;
        this.skew = skew;
        this.clock = clock;
        this.signingKeys = signingKeys;
    }

    @Override
    public AuthenticationResult authenticate(ReceivedRequest request) {
        var now = new RequestTime(clock.instant());
        return switch (SignatureClaim.read(request, now, skew)) {
            case SignatureClaim claim -> verify(claim, request, now);
            case SignatureRefusal refusal -> {
                LOG.debug("Refused before looking for a key: {}", refusal);
                yield refusal.refused();
            }
        };
    }

    /// Does all the work before the first decision, so that each answer takes the same time.
    private AuthenticationResult verify(
            SignatureClaim claim, ReceivedRequest request, RequestTime now) {
        Optional<AccessKey> found = keys.find(claim.accessKeyId());
        boolean signed = isSigned(claim, request, found.map(AccessKey::secret).orElse(NO_SECRET));
        Optional<String> token = request.header("x-amz-security-token");
        Optional<AccessKey> known = found.filter(key -> key.acceptsSessionToken(token));
        if (known.isEmpty()) {
            LOG.debug("Refused: no such access key, or not with this session token");
            return SignatureRefusal.invalidToken().refused();
        }
        AccessKey key = known.get();
        if (!signed) {
            mismatches.add(key, request.header("host"), now.instant());
            return refused(key, SignatureRefusal.wrongSignature());
        }
        if (!key.regions().include(claim.region())) {
            String sentence = SignatureRefusal.scopeRegion(claim.region().value());
            return refused(key, SignatureRefusal.scope(List.of(sentence)));
        }
        if (key.hasExpired(now.instant())) {
            return refused(key, SignatureRefusal.expiredToken());
        }
        return new AuthenticationResult.Granted(
                new Scope(key.account(), claim.region()), Optional.of(key));
    }

    private static AuthenticationResult.Refused refused(AccessKey key, SignatureRefusal refusal) {
        LOG.debug("Refused a request with the key of {}: {}", key.userName(), refusal);
        return refusal.refused();
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
