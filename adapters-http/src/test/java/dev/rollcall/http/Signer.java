package dev.rollcall.http;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.request.Header;
import dev.rollcall.http.sigv4.CanonicalRequest;
import dev.rollcall.http.sigv4.CredentialScope;
import dev.rollcall.http.sigv4.RequestTime;
import dev.rollcall.http.sigv4.Sha256;
import dev.rollcall.http.sigv4.SigningKeys;
import dev.rollcall.http.sigv4.StringToSign;

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

/// Signs drafts: as the AWS SDK does it, or by hand, as an attacker who has a key might.
public record Signer(AccessKey key, Region region, Instant at) {

    private static final AwsV4HttpSigner SDK = AwsV4HttpSigner.create();

    /// The draft as the AWS SDK's own signer signs it.
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

    /// The characters that the bytes of a header value are read as.
    public static String onWire(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String offWire(String value) {
        return text(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The draft with an `Authorization` header whose signature is right for just these headers and
    /// this stand-in for the body, whether or not that is a good idea.
    public RequestDraft signByHand(
            RequestDraft draft, List<String> signedHeaders, String bodyHash) {
        var time = new RequestTime(at);
        var scope = new CredentialScope(time.day(), region.value(), "sagemaker");
        var canonical = CanonicalRequest.of(draft.received(), signedHeaders, bodyHash);
        String signature =
                StringToSign.of(time, scope, canonical)
                        .signature(new SigningKeys().of(key.secret(), scope));
        return draft.with(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(key.id(), scope, String.join(";", signedHeaders), signature));
    }

    public RequestDraft signByHand(RequestDraft draft, List<String> signedHeaders) {
        return signByHand(draft, signedHeaders, Sha256.hex(draft.received().body()));
    }
}
