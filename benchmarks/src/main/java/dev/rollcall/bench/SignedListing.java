package dev.rollcall.bench;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.request.Header;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.sigv4.CanonicalRequest;
import dev.rollcall.http.sigv4.CredentialScope;
import dev.rollcall.http.sigv4.RequestTime;
import dev.rollcall.http.sigv4.Sha256;
import dev.rollcall.http.sigv4.SignatureClaim;
import dev.rollcall.http.sigv4.SigningKeys;
import dev.rollcall.http.sigv4.StringToSign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A listing request of 300 bytes of body with the headers that an AWS SDK sends, signed once.
// In this package because a server signs nothing: what spells and signs a request is only within
// reach here, and the adapter need not open itself for a benchmark.
public final class SignedListing {

    /// When the request is signed, and what the clock of a server that checks it must stand at.
    public static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

    public static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

    public static final AccessKey KEY =
            new AccessKey(
                    "AKIDBENCHMARK",
                    Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                    Optional.empty(),
                    SCOPE.account(),
                    new Regions.All(),
                    Set.of(Permission.LIST),
                    "benchmark");

    private static final byte[] BODY =
            ("{\"CreationTimeAfter\":1600000000.123,\"CreationTimeBefore\":1900000000.123,"
                            + "\"LastModifiedTimeAfter\":1600000000.123,"
                            + "\"LastModifiedTimeBefore\":1900000000.123,\"MaxResults\":10,"
                            + "\"NameContains\":\"nightly-feature-engineering-of-the-chu\","
                            + "\"SortBy\":\"CreationTime\",\"SortOrder\":\"Descending\","
                            + "\"StatusEquals\":\"InProgress\"}")
                    .getBytes(StandardCharsets.US_ASCII);

    /// In the order of their names, as they are signed.
    private static final List<Header> HEADERS =
            List.of(
                    new Header("amz-sdk-invocation-id", "5f3c7e0a-1b9d-4c55-8f0e-2d6a9b7c4e11"),
                    new Header("amz-sdk-request", "attempt=1; max=3"),
                    new Header("content-length", Integer.toString(BODY.length)),
                    new Header("content-type", "application/x-amz-json-1.1"),
                    new Header("host", "jobs.example.com"),
                    new Header("x-amz-target", "SageMaker.ListProcessingJobs"));

    private SignedListing() {}

    /// What a client without keys sends.
    public static byte[] unsignedBytes() {
        return bytes(HEADERS);
    }

    /// What a client with [#KEY] sends.
    public static byte[] signedBytes() {
        return bytes(signedHeaders());
    }

    /// What a server receives of a client with [#KEY].
    static ReceivedRequest received() {
        return received(signedHeaders());
    }

    private static ReceivedRequest received(List<Header> headers) {
        return new ReceivedRequest("POST", "/", "", headers, BODY);
    }

    private static List<Header> signedHeaders() {
        var time = new RequestTime(NOW);
        var scope = new CredentialScope(time.day(), SCOPE.region().value(), SignatureClaim.SERVICE);
        List<Header> headers =
                Stream.concat(
                                HEADERS.stream(),
                                Stream.of(
                                        new Header("x-amz-content-sha256", Sha256.hex(BODY)),
                                        new Header("x-amz-date", time.toString())))
                        .toList();
        List<String> names = headers.stream().map(Header::name).sorted().toList();
        var canonical = CanonicalRequest.of(received(headers), names, Sha256.hex(BODY));
        String signature =
                StringToSign.of(time, scope, canonical)
                        .signature(new SigningKeys().of(KEY.secret(), scope));
        var authorization =
                new Header(
                        "authorization",
                        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                                .formatted(
                                        StringToSign.ALGORITHM,
                                        KEY.id(),
                                        scope,
                                        String.join(";", names),
                                        signature));
        return Stream.concat(headers.stream(), Stream.of(authorization)).toList();
    }

    private static byte[] bytes(List<Header> headers) {
        var head = new StringBuilder("POST / HTTP/1.1\r\n");
        headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var bytes = new byte[start.length + BODY.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(BODY, 0, bytes, start.length, BODY.length);
        return bytes;
    }

    /// How long the body is, in bytes.
    public static int bodyLength() {
        return BODY.length;
    }
}
