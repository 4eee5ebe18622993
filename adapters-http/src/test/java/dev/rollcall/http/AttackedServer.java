package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.sigv4.SignedAccess;
import dev.rollcall.http.sigv4.SigningKeys;

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
public final class AttackedServer {

    public static final Instant NOON = Instant.parse("2024-01-03T12:00:00Z");
    public static final Region HERE = new Region("us-east-1");

    public static final AccessKey ADA =
            key("AKIDADA", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "111111111111", "ada");
    public static final AccessKey BOB =
            key("AKIDBOB", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY", "222222222222", "bob");

    /// A temporary key, good for another hour.
    public static final AccessKey TEMPORARY =
            temporary(ADA, "ASIATEMP", "FwoGZXIvYXdzEXAMPLETOKEN==", NOON.plusSeconds(3600));

    public static final String WRONG_SIGNATURE =
            "The request signature we calculated does not match the signature you provided. Check"
                    + " your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.";

    public static final String INVALID = "InvalidSignatureException";
    public static final String INCOMPLETE = "IncompleteSignatureException";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{40,}");

    private final Map<String, AccessKey> keys = new HashMap<>();
    private Instant now = NOON;
    private final SignedAccess check =
            new SignedAccess(
                    id -> Optional.ofNullable(keys.get(id)),
                    new SigningKeys(),
                    Access.Signed.DEFAULT_SKEW,
                    () -> now);

    public AttackedServer() {
        Stream.of(ADA, BOB, TEMPORARY).forEach(this::upsert);
    }

    public static AccessKey key(String id, String secret, String account, String userName) {
        return new AccessKey(
                id,
                Secret.of(secret),
                Optional.empty(),
                new AccountId(account),
                new Regions.All(),
                Set.of(Permission.LIST),
                userName);
    }

    public static AccessKey temporary(AccessKey of, String id, String token, Instant expires) {
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
    public static String missing(String... parts) {
        return Stream.of(parts)
                .map("Authorization header requires '%s' parameter. "::formatted)
                .collect(Collectors.joining());
    }

    public static Signer signer(AccessKey key) {
        return new Signer(key, HERE, NOON);
    }

    /// What Ada sends, properly signed: each attack begins with it.
    public static RequestDraft signed() {
        return signer(ADA).sign(RequestDraft.listing());
    }

    public void upsert(AccessKey key) {
        keys.put(key.id(), key);
    }

    public void drop(AccessKey key) {
        keys.remove(key.id());
    }

    public void setClock(Instant time) {
        now = time;
    }

    public void accepts(RequestDraft request, AccessKey key) {
        assertThat(check.authenticate(request.received()))
                .isEqualTo(new Granted(new Scope(key.account(), HERE), Optional.of(key)));
    }

    public void accepts(RequestDraft request) {
        accepts(request, ADA);
    }

    public void refuses(RequestDraft request, String type, String message) {
        var answer = CapturedLog.of(() -> check.authenticate(request.received()));

        assertThat(answer.result()).isEqualTo(new Refused(type, message));
        assertThat(answer.log()).contains("Refused").doesNotContainPattern(DIGEST);
        String echoed = request.headers().toString();
        assertThat(DIGEST.matcher(message).results().map(match -> match.group()))
                .allMatch(echoed::contains);
        assertThat(secrets()).noneMatch(message::contains).noneMatch(answer.log()::contains);
    }

    public void refusesAsWronglySigned(RequestDraft request) {
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
