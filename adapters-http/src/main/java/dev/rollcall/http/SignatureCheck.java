package dev.rollcall.http;

import dev.rollcall.application.AccessKey;
import dev.rollcall.application.FindAccessKey;
import dev.rollcall.application.Secret;
import dev.rollcall.domain.Scope;
import dev.rollcall.http.Authentication.Authenticated;
import dev.rollcall.http.Authentication.Refused;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Lets in the requests that one of our access keys has signed: AWS signature version 4, in the
/// `Authorization` header, over the whole body.
///
/// No part of the request is trusted. The canonical request is built from what was received and the
/// hash of the received body, never from what the request declares about itself; so an unsigned
/// payload and a streaming one fail, and presigned queries are not looked at. A request can be sent
/// again unchanged for as long as clocks may differ; listing twice does no harm.
final class SignatureCheck implements Authenticate {

    /// At debug level, since anybody who reaches the server can have these lines written. They hold
    /// nothing that the client sent.
    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);

    /// Stands in for the secret of a key that is not there, so that the answer takes as long as for
    /// one that is. It lets nobody in, even if they know it.
    private static final Secret NO_SECRET = Secret.of("no key has this secret");

    private final FindAccessKey keys;
    private final SigningKeys signingKeys;
    private final Duration skew;
    private final InstantSource clock;

    /// @param skew how far a client's clock may differ, in whole minutes, as AWS's words have it
    /// @throws IllegalArgumentException if the skew is not a positive number of whole minutes
    SignatureCheck(
            FindAccessKey keys, SigningKeys signingKeys, Duration skew, InstantSource clock) {
        if (!skew.isPositive() || !skew.equals(Duration.ofMinutes(skew.toMinutes()))) {
            throw new IllegalArgumentException("a skew of " + skew);
        }
        this.keys = keys;
        this.signingKeys = signingKeys;
        this.skew = skew;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(ReceivedRequest request) {
        var now = new RequestTime(clock.instant());
        return switch (SignatureClaim.read(request, now, skew)) {
            case SignatureClaim claim -> verify(claim, request, now);
            case Refused refused -> {
                LOG.debug("Refused before looking for a key: {}", refused);
                yield refused;
            }
        };
    }

    /// All the work is done before the first answer, whichever it will be.
    private Authentication verify(SignatureClaim claim, ReceivedRequest request, RequestTime now) {
        Optional<AccessKey> found = keys.find(claim.accessKeyId());
        boolean signed = isSigned(claim, request, found.map(AccessKey::secret).orElse(NO_SECRET));
        Optional<String> token = request.header("x-amz-security-token");
        Optional<AccessKey> known = found.filter(key -> key.goesWith(token));
        if (known.isEmpty()) {
            LOG.debug("Refused: no such access key, or not with this session token");
            return SignatureRefusals.invalidToken();
        }
        AccessKey key = known.get();
        if (!signed) {
            return refused(key, SignatureRefusals.wrongSignature());
        }
        if (!key.regions().include(claim.region())) {
            String sentence = SignatureRefusals.scopeRegion(claim.region().value());
            return refused(key, SignatureRefusals.scope(List.of(sentence)));
        }
        if (key.hasExpired(now.instant())) {
            return refused(key, SignatureRefusals.expiredToken());
        }
        return new Authenticated(new Scope(key.account(), claim.region()), Optional.of(key));
    }

    private static Refused refused(AccessKey key, Refused refused) {
        LOG.debug("Refused a request in the name of {}: {}", key.userName(), refused);
        return refused;
    }

    private boolean isSigned(SignatureClaim claim, ReceivedRequest request, Secret secret) {
        String bodyHash = Sha256.hex(request.body());
        var canonical = CanonicalRequest.of(request, claim.signedHeaders(), bodyHash);
        CredentialScope scope = claim.scope();
        String expected =
                StringToSign.of(claim.time(), scope, canonical)
                        .signature(signingKeys.of(secret, scope));
        boolean same = MessageDigest.isEqual(latin1(expected), latin1(claim.signature()));
        return same && declaresNoOtherBody(request, bodyHash);
    }

    private static boolean declaresNoOtherBody(ReceivedRequest request, String bodyHash) {
        return request.header("x-amz-content-sha256").orElse(bodyHash).equals(bodyHash);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
