package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.request.Header;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

class SignedAccessTest {

    private final SigningKeys signingKeys = new SigningKeys();

    private SignedAccess check(Duration skew) {
        return new SignedAccess(
                id -> Optional.of(ADA).filter(key -> key.id().equals(id)),
                skew,
                () -> NOON,
                signingKeys);
    }

    @Test
    void the_scope_is_the_account_of_the_key_and_the_region_that_was_signed() {
        var elsewhere = new Region("eu-west-1");
        var request = new Signer(ADA, elsewhere, NOON).sign(RequestDraft.listing());

        assertThat(check(Access.Signed.DEFAULT_SKEW).authenticate(request.received()))
                .isEqualTo(new Granted(new Scope(ADA.account(), elsewhere), Optional.of(ADA)));
    }

    @Test
    void header_names_are_the_same_in_any_case() {
        var request = signed();
        var upperCase =
                request.headers().stream()
                        .map(h -> new Header(h.name().toUpperCase(Locale.ROOT), h.value()))
                        .toList();

        assertThat(
                        check(Access.Signed.DEFAULT_SKEW)
                                .authenticate(request.withHeaders(upperCase).received()))
                .isInstanceOf(Granted.class);
    }

    @Test
    void another_skew_is_used_and_named_in_the_message() {
        var check = check(Duration.ofMinutes(15));
        var late = new Signer(ADA, HERE, NOON.minusSeconds(900)).sign(RequestDraft.listing());
        var tooLate = new Signer(ADA, HERE, NOON.minusSeconds(901)).sign(RequestDraft.listing());

        assertThat(check.authenticate(late.received())).isInstanceOf(Granted.class);
        assertThat(check.authenticate(tooLate.received()))
                .asInstanceOf(type(Refused.class))
                .returns("InvalidSignatureException", Refused::type)
                .returns(
                        "Signature expired: 20240103T114459Z is now earlier than"
                                + " 20240103T114500Z (20240103T120000Z - 15 min.)",
                        Refused::message);
    }

    @Test
    void an_unknown_key_is_refused_by_the_head_as_it_is_with_the_body() {
        var check = check(Access.Signed.DEFAULT_SKEW);
        var request = signed().authorization("AKIDADA", "AKIDEVE").received();

        assertThat(check.refuse(request.head())).contains((Refused) check.authenticate(request));
        assertThat(check.refuse(signed().received().head())).isEmpty();
    }

    @Test
    void printed_values_show_no_signature_and_no_string_to_sign() {
        var request = signed().received();
        String signature = signed().header("authorization").replaceFirst(".*Signature=", "");
        var header = AuthorizationHeader.parse(request.headerLines("authorization"));
        var claim =
                SignatureClaim.read(
                        request.head(), new RequestTime(NOON), Access.Signed.DEFAULT_SKEW);
        var canonical = CanonicalRequest.of(request, List.of("host"), "hash");
        var toSign =
                StringToSign.of(
                        new RequestTime(NOON),
                        new CredentialScope("20240103", "us-east-1", "sagemaker"),
                        canonical);

        assertThat(List.of(request, header, claim, canonical, toSign))
                .allSatisfy(
                        value ->
                                assertThat(value.toString())
                                        .doesNotContain(signature, canonical.hash(), "\n"));
    }

    @Test
    void any_garbage_is_refused_and_never_throws() {
        var check = check(Access.Signed.DEFAULT_SKEW);
        var signed = signed();
        long seed = 20_240_103;
        var random = new Random(seed);

        for (int i = 0; i < 20_000; i++) {
            var garbage = garbage(signed, random);
            assertThat(check.authenticate(garbage.received()))
                    .as("seed %d, request %d: %s", seed, i, garbage)
                    .isInstanceOf(Refused.class);
        }
    }

    /// A signed request with a few random edits in each place that a parser reads.
    private static RequestDraft garbage(RequestDraft signed, Random random) {
        var headers = new ArrayList<Header>();
        for (Header header : signed.headers()) {
            headers.add(new Header(header.name(), edited(header.value(), random)));
        }
        return signed.withHeaders(headers)
                .withPath(edited("/a/../b/%2e/", random))
                .withQuery(edited("a=1&b=%20&c", random))
                .change("x-amz-target", target -> target + "!");
    }

    private static String edited(String text, Random random) {
        var edited = new StringBuilder(text);
        String characters = "/=,;%& \t\"'aZ0é\n";
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(edited.length() + 1);
            if (random.nextBoolean() && at < edited.length()) {
                edited.delete(at, Math.min(edited.length(), at + random.nextInt(1, 20)));
            } else {
                edited.insert(at, characters.charAt(random.nextInt(characters.length())));
            }
        }
        return edited.toString();
    }
}
