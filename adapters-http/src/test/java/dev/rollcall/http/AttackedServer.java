package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.AccessKey;
import dev.rollcall.application.AccessKey.Operation;
import dev.rollcall.application.AccessKey.Regions;
import dev.rollcall.application.AccessKey.SessionToken;
import dev.rollcall.application.Secret;
import dev.rollcall.domain.AccountId;
import dev.rollcall.domain.Region;
import dev.rollcall.domain.Scope;
import dev.rollcall.http.Authentication.Authenticated;
import dev.rollcall.http.Authentication.Refused;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The signature check with a few keys, at noon, and what it must do with a request. The numbers in
/// the tests' names are those of the list of attacks that the project keeps.
final class AttackedServer {

    static final Instant NOON = Instant.parse("2024-01-03T12:00:00Z");
    static final Region HERE = new Region("us-east-1");

    static final AccessKey ADA =
            key("AKIDADA", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "111111111111", "ada");
    static final AccessKey BOB =
            key("AKIDBOB", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY", "222222222222", "bob");

    /// A temporary key, good for another hour.
    static final AccessKey TEMPORARY =
            temporary(ADA, "ASIATEMP", "FwoGZXIvYXdzEXAMPLETOKEN==", NOON.plusSeconds(3600));

    static final String WRONG_SIGNATURE =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.";

    static final String INVALID = "InvalidSignatureException";
    static final String INCOMPLETE = "IncompleteSignatureException";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{40,}");

    private final Map<String, AccessKey> keys = new HashMap<>();
    private Instant now = NOON;
    private final SignatureCheck check =
            new SignatureCheck(
                    id -> Optional.ofNullable(keys.get(id)),
                    new SigningKeys(),
                    HttpSettings.Access.Signed.DEFAULT_SKEW,
                    () -> now);

    AttackedServer() {
        Stream.of(ADA, BOB, TEMPORARY).forEach(this::keep);
    }

    static AccessKey key(String id, String secret, String account, String userName) {
        return new AccessKey(
                id,
                Secret.of(secret),
                Optional.empty(),
                new AccountId(account),
                new Regions.All(),
                Set.of(Operation.LIST),
                userName);
    }

    static AccessKey temporary(AccessKey of, String id, String token, Instant expires) {
        return new AccessKey(
                id,
                of.secret(),
                Optional.of(new SessionToken(Secret.of(token), expires)),
                of.account(),
                of.regions(),
                of.allowed(),
                of.userName());
    }

    /// What AWS says of parts that the `Authorization` header lacks.
    static String missing(String... parts) {
        return Stream.of(parts)
                .map("Authorization header requires '%s' parameter. "::formatted)
                .collect(Collectors.joining());
    }

    static Signer signer(AccessKey key) {
        return new Signer(key, HERE, NOON);
    }

    /// What Ada sends, properly signed: each attack begins with it.
    static RequestDraft signed() {
        return signer(ADA).sign(RequestDraft.listing());
    }

    void keep(AccessKey key) {
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
                .isEqualTo(new Authenticated(new Scope(key.account(), HERE), Optional.of(key)));
    }

    void accepts(RequestDraft request) {
        accepts(request, ADA);
    }

    void refuses(RequestDraft request, String type, String message) {
        var answer = CapturedLog.of(() -> check.authenticate(request.received()));

        assertThat(answer.result()).isEqualTo(new Refused(type, message));
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
