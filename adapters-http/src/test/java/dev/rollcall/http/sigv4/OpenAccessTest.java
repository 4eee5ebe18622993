package dev.rollcall.http.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.request.Header;
import dev.rollcall.http.request.ReceivedRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class OpenAccessTest {

    private static final OpenAccess OPEN_ACCESS =
            new OpenAccess(new AccountId("123456789012"), new Region("us-east-1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Credential=AKID/20240506/eu-west-1/sagemaker/aws4_request,"
                        + " SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 SignedHeaders=host,"
                        + "Credential=AKID/20240506/eu-west-1/sagemaker/aws4_request,Signature=0",
                "AWS4-HMAC-SHA256 Credential=AKID/20240506/eu-west-1/other/aws4_request",
            })
    void the_region_is_taken_from_the_credential(String authorization) {
        assertThat(scope(authorization)).isEqualTo(Scope.of("123456789012", "eu-west-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer x",
                "AWS4-HMAC-SHA256 Credential=",
                "AWS4-HMAC-SHA256 Credential=AKID/20240506/EU-West-1/sagemaker/aws4_request",
                "AWS4-HMAC-SHA256 Credential=AKID/20240506//sagemaker/aws4_request",
                "AWS4-HMAC-SHA256 Credential=AKID/20240506/eu-west-1/sagemaker/aws3_request",
                "AWS4-HMAC-SHA256 Credential=AKID/20240506/eu-west-1/aws4_request",
                "Credential=AKID/20240506/eu-west-1/sagemaker/aws4_request",
                "AWS4-HMAC-SHA256 MyCredential=AKID/20240506/eu-west-1/sagemaker/aws4_request",
            })
    void a_request_that_names_no_region_is_about_the_servers_region(String authorization) {
        assertThat(scope(authorization)).isEqualTo(Scope.of("123456789012", "us-east-1"));
    }

    @Test
    void a_request_without_the_header_is_about_the_servers_region() {
        assertThat(scope(List.of())).isEqualTo(Scope.of("123456789012", "us-east-1"));
    }

    @Test
    @Timeout(60)
    void no_header_takes_long_to_read() {
        for (int i = 0; i < 100; i++) {
            assertThat(scope("Credential=".repeat(1500))).isEqualTo(scope(List.of()));
        }
    }

    private static Scope scope(String authorization) {
        return scope(List.of(new Header("Authorization", authorization)));
    }

    private static Scope scope(List<Header> headers) {
        var request = new ReceivedRequest("POST", "/", "", headers, new byte[0]);
        return switch (OPEN_ACCESS.authenticate(request)) {
            case AuthenticationResult.Granted client -> client.scope();
            case AuthenticationResult.Throttled throttled -> throw new AssertionError(throttled);
            case AuthenticationResult.Refused refused -> throw new AssertionError(refused);
        };
    }
}
