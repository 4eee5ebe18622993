package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.TEMPORARY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.RequestDraft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The signature check with a few keys, at noon, and what it must do with a request. Each attack
/// has a number, which the names of its tests begin with.
final class AttackedServer {

    static final String WRONG_SIGNATURE =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.";

    static final String INVALID = "InvalidSignatureException";
    static final String INCOMPLETE = "IncompleteSignatureException";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{40,}");

    private final Map<String, AccessKey> keys = new HashMap<>();
    private Instant now = NOON;
    private final SignedAccess check =
            new SignedAccess(
                    id -> Optional.ofNullable(keys.get(id)), Access.Signed.DEFAULT_SKEW, () -> now);

    AttackedServer() {
        Stream.of(ADA, BOB, TEMPORARY).forEach(this::upsert);
    }

    /// AWS's words for parts that the `Authorization` header lacks.
    static String missing(String... parts) {
        return Stream.of(parts)
                .map("Authorization header requires '%s' parameter. "::formatted)
                .collect(Collectors.joining());
    }

    void upsert(AccessKey key) {
        keys.put(key.id(), key);
    }

    void drop(AccessKey key) {
        keys.remove(key.id());
    }

    void setClock(Instant time) {
        now = time;
    }

    void accepts(RequestDraft request, AccessKey key) {
        assertThat(check.authenticate(request.received()))
                .isEqualTo(new Granted(new Scope(key.account(), HERE), Optional.of(key)));
    }

    void accepts(RequestDraft request) {
        accepts(request, ADA);
    }

    void refuses(RequestDraft request, String type, String message) {
        var answer = CapturedLog.of(() -> check.authenticate(request.received()));

        assertThat(answer.result())
                .asInstanceOf(type(Refused.class))
                .returns(type, Refused::type)
                .returns(message, Refused::message);
        assertThat(answer.log()).contains("Refused").doesNotContainPattern(DIGEST);
        String echoed = request.headers().toString();
        assertThat(DIGEST.matcher(message).results().map(match -> match.group()))
                .allMatch(echoed::contains);
        assertThat(secrets()).noneMatch(message::contains).noneMatch(answer.log()::contains);
    }

    void refusesAsWronglySigned(RequestDraft request) {
        refuses(request, INVALID, WRONG_SIGNATURE);
    }

    private Stream<String> secrets() {
        return keys.values().stream()
                .flatMap(
                        key ->
                                Stream.concat(
                                        Stream.of(key.secret()),
                                        key.sessionToken().map(SessionToken::secret).stream()))
                .map(secret -> new String(secret.bytes(), StandardCharsets.UTF_8));
    }
}
