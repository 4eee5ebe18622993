package dev.rollcall.bench;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.request.Header;
import dev.rollcall.http.request.ReceivedRequest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A listing request of 300 bytes of body with the headers that an AWS SDK sends, signed once.
///
/// Everything in it is constant, and so is its signature: the server only verifies.
public final class SignedListing {

    /// When the request was signed; a server that verifies it needs a clock that shows this time.
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

    /// The name that requests ask for.
    public static final String HOST = "jobs.example.com";

    private static final byte[] BODY =
            ("{\"CreationTimeAfter\":1600000000.123,\"CreationTimeBefore\":1900000000.123,"
                            + "\"LastModifiedTimeAfter\":1600000000.123,"
                            + "\"LastModifiedTimeBefore\":1900000000.123,\"MaxResults\":10,"
                            + "\"NameContains\":\"nightly-feature-engineering-of-the-chu\","
                            + "\"SortBy\":\"CreationTime\",\"SortOrder\":\"Descending\","
                            + "\"StatusEquals\":\"InProgress\"}")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final List<Header> HEADERS =
            List.of(
                    new Header("amz-sdk-invocation-id", "5f3c7e0a-1b9d-4c55-8f0e-2d6a9b7c4e11"),
                    new Header("amz-sdk-request", "attempt=1; max=3"),
                    new Header("content-length", Integer.toString(BODY.length)),
                    new Header("content-type", "application/x-amz-json-1.1"),
                    new Header("host", HOST),
                    new Header("x-amz-target", "SageMaker.ListProcessingJobs"));

    private static final String AUTHORIZATION =
            """
            AWS4-HMAC-SHA256 \
            Credential=AKIDBENCHMARK/20260504/us-east-1/sagemaker/aws4_request, \
            SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;\
            x-amz-content-sha256;x-amz-date;x-amz-target, \
            Signature=ddc302a7f2d1b4efe530326e10afc1b4398f3b70c9141df4a9be408965bbea58\
            """;

    private static final List<Header> SIGNATURE_HEADERS =
            List.of(
                    new Header(
                            "x-amz-content-sha256",
                            "5982a53c0855a565ad89ae8a38678169b88b8e0e9e38e5edf2a750dd075b56cb"),
                    new Header("x-amz-date", "20260504T030201Z"),
                    new Header("authorization", AUTHORIZATION));

    private SignedListing() {}

    /// What a client without keys sends.
    public static byte[] unsignedBytes() {
        return bytes(HEADERS);
    }

    /// What a client with [#KEY] sends.
    public static byte[] signedBytes() {
        return bytes(signedHeaders());
    }

    /// What a server receives from a client with [#KEY].
    static ReceivedRequest received() {
        return new ReceivedRequest("POST", "/", "", signedHeaders(), BODY);
    }

    private static List<Header> signedHeaders() {
        return Stream.concat(HEADERS.stream(), SIGNATURE_HEADERS.stream()).toList();
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
