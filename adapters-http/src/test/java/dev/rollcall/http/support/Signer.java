package dev.rollcall.http.support;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.request.Header;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Signs requests with the AWS SDK's own signer.
public record Signer(AccessKey key, Region region, Instant at) {

    private static final AwsV4HttpSigner SDK = AwsV4HttpSigner.create();

    /// The request with the headers that the signer adds.
    public RequestDraft sign(RequestDraft draft) {
        SignedRequest signed =
                SDK.sign(
                        request ->
                                request.identity(credentials())
                                        .request(sdkRequest(draft))
                                        .payload(
                                                ContentStreamProvider.fromByteArray(
                                                        draft.received().body()))
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.value())
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sagemaker")
                                        .putProperty(
                                                HttpSigner.SIGNING_CLOCK,
                                                Clock.fixed(at, ZoneOffset.UTC)));
        List<Header> headers =
                signed.request().headers().entrySet().stream()
                        .flatMap(
                                header ->
                                        header.getValue().stream()
                                                .map(v -> new Header(header.getKey(), onWire(v))))
                        .toList();
        return draft.withHeaders(headers);
    }

    private AwsCredentialsIdentity credentials() {
        String secret = text(key.secret().bytes());
        return key.sessionToken()
                .map(SessionToken::secret)
                .<AwsCredentialsIdentity>map(
                        token ->
                                AwsSessionCredentialsIdentity.create(
                                        key.id(), secret, text(token.bytes())))
                .orElseGet(() -> AwsCredentialsIdentity.create(key.id(), secret));
    }

    private static SdkHttpRequest sdkRequest(RequestDraft draft) {
        var request =
                SdkHttpFullRequest.builder()
                        .protocol("http")
                        .host("jobs.example.com")
                        .port(8080)
                        .method(SdkHttpMethod.fromValue(draft.method()))
                        .encodedPath(draft.path());
        draft.headers().forEach(h -> request.appendHeader(h.name(), offWire(h.value())));
        for (String parameter : draft.query().split("&", -1)) {
            String[] nameAndValue = parameter.split("=", 2);
            if (nameAndValue.length == 2) {
                request.appendRawQueryParameter(decoded(nameAndValue[0]), decoded(nameAndValue[1]));
            }
        }
        return request.build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// A header value as the server reads its bytes.
    public static String onWire(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String offWire(String value) {
        return text(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
