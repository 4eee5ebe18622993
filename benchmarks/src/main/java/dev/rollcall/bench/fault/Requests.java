package dev.rollcall.bench.fault;

import dev.rollcall.bench.packaged.Exchange;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the clients of a server send.
sealed interface Requests {

    /// A whole request as bytes.
    byte[] post(String path, Map<String, String> headers, byte[] body);

    /// A page of a listing.
    default byte[] page(String sort, Optional<String> token) {
        String next = token.map(",\"NextToken\":\"%s\""::formatted).orElse("");
        return aws("ListProcessingJobs", "{\"MaxResults\":100,%s%s}".formatted(sort, next));
    }

    default byte[] description(String name) {
        return aws("DescribeProcessingJob", "{\"ProcessingJobName\":\"%s\"}".formatted(name));
    }

    default byte[] records(byte[] lines) {
        return post("/events", Map.of("Content-Type", "application/x-ndjson"), lines);
    }

    private byte[] aws(String operation, String body) {
        return post(
                "/", Exchange.aws("SageMaker." + operation), body.getBytes(StandardCharsets.UTF_8));
    }

    /// Those of clients without keys.
    record Open() implements Requests {

        @Override
        public byte[] post(String path, Map<String, String> headers, byte[] body) {
            return Exchange.post(path, headers, body);
        }
    }

    /// Those of clients with an access key, signed as the AWS SDK signs.
    record Signed(String id, String secret) implements Requests {

        private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

        @Override
        public byte[] post(String path, Map<String, String> headers, byte[] body) {
            var request =
                    SdkHttpRequest.builder()
                            .protocol("http")
                            .host("jobs.example.com")
                            .method(SdkHttpMethod.POST)
                            .encodedPath(path);
            headers.forEach(request::putHeader);
            var signed =
                    SIGNER.sign(
                            it ->
                                    it.identity(AwsCredentialsIdentity.create(id, secret))
                                            .request(request.build())
                                            .payload(ContentStreamProvider.fromByteArray(body))
                                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                                            .putProperty(
                                                    AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                                    "sagemaker"));
            Map<String, String> all = new HashMap<>();
            signed.request().headers().forEach((name, values) -> all.put(name, values.getFirst()));
            return Exchange.post(path, all, body);
        }
    }
}
