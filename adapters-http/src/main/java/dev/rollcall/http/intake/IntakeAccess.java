package dev.rollcall.http.intake;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.AuthenticationResult.Throttled;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.RefusalReason;
import dev.rollcall.http.access.RefusedClaim;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Decides whose jobs a request to the intake may record.
///
/// @param keys the keys that a request may present, if the server has any
/// @param access who may send other requests
/// @param signatures verifies them, where the server asks for them
public record IntakeAccess(Optional<FindIntakeKey> keys, Access access, Authenticator signatures) {

    private static final String KEY_HEADER = "x-api-key";

    /// What only browsers send.
    private static final List<String> OF_BROWSERS = List.of("origin", "sec-fetch-site");

    /// What was decided.
    sealed interface Decision {

        /// The request may record these jobs.
        ///
        /// @param key the name or the identifier of the key that it used
        record Accepted(Optional<String> key, Predicate<Scope> mayRecord) implements Decision {}

        /// The request is answered with an error.
        ///
        /// @param status 401 if the client did not say who it is, 403 if that does not suffice
        /// @param claim for the operator
        record Denied(int status, String message, RefusedClaim claim) implements Decision {}

        /// The client may come again after this time.
        ///
        /// @param keyId the key that it used
        record Later(String keyId, Duration retryAfter) implements Decision {}
    }

    /// The decision that the head of a request calls for; empty if it depends on the body, which a
    /// signature covers.
    Optional<Decision> decide(RequestHead head) {
        List<String> presented = head.headerLines(KEY_HEADER);
        if (keys.isPresent() && !presented.isEmpty()) {
            return Optional.of(byKey(presented, keys.get()));
        }
        return switch (access) {
            case Access.Signed _ when head.header("authorization").isPresent() ->
                    signatures.refuse(head).map(IntakeAccess::denied);
            case Access.Open _ when keys.isEmpty() -> Optional.of(everybody(head));
            case Access.Signed _, Access.Open _, Access.Anybody _ -> Optional.of(nobody());
        };
    }

    /// The decision about a signed request.
    Decision decide(ReceivedRequest request) {
        return switch (signatures.authenticate(request)) {
            case Refused refused -> denied(refused);
            case Throttled(var keyId, var retryAfter) -> new Decision.Later(keyId, retryAfter);
            case Granted client when client.allows(Permission.RECORD) ->
                    new Decision.Accepted(
                            client.key().map(AccessKey::id),
                            scope -> client.key().stream().allMatch(of(scope)));
            case Granted client ->
                    new Decision.Denied(
                            403,
                            "The access key does not allow to record jobs.",
                            RefusedClaim.withoutPermission(client));
        };
    }

    private static Decision denied(Refused refused) {
        return new Decision.Denied(403, refused.message(), refused.claim());
    }

    private static Decision nobody() {
        return new Decision.Denied(
                401,
                "To record jobs takes a key in the header X-Api-Key (serve --intake-keys), or a"
                        + " signature of an access key with allow = record.",
                because(RefusalReason.UNSIGNED));
    }

    /// Compares with every key, so that the time tells nothing of which one is nearly right.
    private static Decision byKey(List<String> presented, FindIntakeKey keys) {
        Optional<IntakeKey> found = Optional.empty();
        for (IntakeKey key : keys.keys()) {
            if (key.secret().matches(presented.getFirst())) {
                found = Optional.of(key);
            }
        }
        return found.filter(_ -> presented.size() == 1)
                .<Decision>map(
                        key -> new Decision.Accepted(Optional.of(key.name()), key::mayRecord))
                .orElseGet(
                        () ->
                                new Decision.Denied(
                                        401,
                                        "The X-Api-Key is not valid.",
                                        because(RefusalReason.WRONG_INTAKE_KEY)));
    }

    private static RefusedClaim because(RefusalReason reason) {
        return new RefusedClaim(reason, Optional.empty(), Optional.empty());
    }

    private static Predicate<AccessKey> of(Scope scope) {
        return key ->
                key.account().equals(scope.account()) && key.regions().include(scope.region());
    }

    /// Every program of this machine, but no web page that is open on it.
    private static Decision everybody(RequestHead head) {
        return OF_BROWSERS.stream().allMatch(header -> head.header(header).isEmpty())
                ? new Decision.Accepted(Optional.empty(), _ -> true)
                : new Decision.Denied(
                        403,
                        "A web page may record jobs with a key only: serve --intake-keys.",
                        because(RefusalReason.WEB_PAGE));
    }
}
