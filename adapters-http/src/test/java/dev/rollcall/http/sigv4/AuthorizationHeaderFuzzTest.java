package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.support.RequestDraft;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Any bytes as the value of an `Authorization` header. `docs/fuzzing.md` has more.
class AuthorizationHeaderFuzzTest {

    private static final RequestDraft UNSIGNED =
            RequestDraft.listing().with("x-amz-date", "20240103T120000Z");

    private static final String RIGHT =
            signByHand(ADA, UNSIGNED, List.of("host", "x-amz-date", "x-amz-target"))
                    .header("authorization");

    private static final String RIGHT_SIGNATURE =
            RIGHT.substring(RIGHT.indexOf("Signature=") + "Signature=".length());

    private final SignedAccess check =
            new SignedAccess(
                    id -> Optional.of(ADA).filter(ada -> ada.id().equals(id)),
                    Access.Signed.DEFAULT_SKEW,
                    () -> NOON);

    @FuzzTest(maxDuration = "10m")
    void a_header_is_understood_or_refused(byte @Nullable [] header) {
        var value = new String(bytes(header), StandardCharsets.ISO_8859_1);

        switch (AuthorizationHeader.parse(List.of(value))) {
            case AuthorizationHeader.Complete complete ->
                    assertThat(value)
                            .contains(complete.algorithm())
                            .contains("Credential=" + complete.credential())
                            .contains("Signature=" + complete.signature())
                            .contains("SignedHeaders=" + complete.signedHeaders());
            case AuthorizationHeader.Incomplete incomplete ->
                    assertThat(incomplete.missing())
                            .isNotEmpty()
                            .isSubsetOf(AuthorizationHeader.PARTS);
        }
        switch (check.authenticate(UNSIGNED.plus("authorization", value).received())) {
            case AuthenticationResult.Granted client -> assertThat(value).contains(RIGHT_SIGNATURE);
            case AuthenticationResult.Throttled throttled -> throw new AssertionError(throttled);
            case AuthenticationResult.Refused refused -> assertThat(refused.message()).isNotEmpty();
        }
    }

    private static byte[] bytes(byte @Nullable [] input) {
        return input == null ? new byte[0] : input;
    }
}
