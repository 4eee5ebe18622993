package dev.rollcall.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoInternalException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;

import dev.rollcall.application.PartlyStored;
import dev.rollcall.application.StorageNotThereYet;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;

import org.bson.BSONException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/// Says why MongoDB has not done what it was asked to.
///
/// The driver's own messages hide that: one of a timeout describes the whole cluster, one of a
/// refusal quotes the response that the server's sentence is from.
///
/// @param cluster what the driver knows of the servers
/// @param events what was heard of the servers and of the last command
/// @param callTimeout how long the call was allowed to take
record Diagnosis(
        MongoUrl url, ClusterDescription cluster, DriverEvents events, Duration callTimeout) {

    private static final int UNAUTHORIZED = 13;
    private static final String NO_ANSWER = "No server answered in time.";

    /// A failure after which it may help to ask again.
    StorageUnavailable unavailable(RuntimeException failure) {
        return failure instanceof MongoTimeoutException && !cluster.hasWritableServer()
                ? new StorageNotThereYet(text(failure), cause(failure))
                : new StorageUnavailable(text(failure), cause(failure));
    }

    /// A failure in the middle of a batch.
    ///
    /// @param changed how many records of the batch were acknowledged as new or newer before
    StorageUnavailable partlyStored(RuntimeException failure, int changed) {
        return changed == 0
                ? unavailable(failure)
                : new PartlyStored(text(failure), cause(failure), changed);
    }

    /// A failure after which it does not help to ask again: somebody has to change something.
    Optional<StorageUnsuitable> unsuitable(RuntimeException failure) {
        return switch (failure) {
            case MongoTimeoutException _ when isOfAnotherReplicaSet() ->
                    unsuitable(
                            failure,
                            "correct replicaSet in the URL, or leave it out for a server that is"
                                    + " not"
                                    + " a member of a replica set; mongosh --host %s"
                                            .formatted(
                                                    events.replicaSets().keySet().iterator().next())
                                    + " --eval 'db.hello().setName' prints the name.");
            case MongoTimeoutException _ when failsInTls() ->
                    unsuitable(
                            failure,
                            "leave tls out of the URL if the server has no TLS; if it has, let Java"
                                    + " trust the authority of its certificate:"
                                    + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE.");
            case MongoSecurityException _ when root(failure) instanceof MongoCommandException ->
                    unsuitable(
                            failure,
                            "correct user, password and authSource in the URL, with all but letters"
                                    + " and digits in user and password percent-encoded.");
            case MongoCommandException refusal when refusal.getErrorCode() == UNAUTHORIZED ->
                    unsuitable(
                            failure,
                            "grant the user the role readWrite on the database %s."
                                    .formatted(url.database()));
            default -> Optional.empty();
        };
    }

    private Optional<StorageUnsuitable> unsuitable(RuntimeException failure, String action) {
        return Optional.of(new StorageUnsuitable(text(failure), action, cause(failure)));
    }

    private String text(RuntimeException failure) {
        return switch (failure) {
            case MongoTimeoutException _ when cluster.hasWritableServer() ->
                    ("MongoDB has not answered %s within %d ms;"
                                    + " a larger timeoutMS in the URL gives it more time.")
                            .formatted(events.command(), callTimeout.toMillis());
            case MongoTimeoutException _ -> "MongoDB cannot be reached: " + servers() + ".";
            case MongoSecurityException _ -> "MongoDB refuses the login: " + reason(failure);
            case MongoBulkWriteException partial ->
                    "MongoDB has not written all records: " + reason(partial);
            case MongoCommandException _ ->
                    "MongoDB refuses %s: %s".formatted(events.command(), reason(failure));
            case MongoInternalException _ -> unreadable(failure);
            case BSONException _ -> unreadable(failure);
            default -> "MongoDB cannot answer %s: %s".formatted(events.command(), reason(failure));
        };
    }

    private String unreadable(RuntimeException failure) {
        return "MongoDB's answer to %s cannot be read: %s"
                .formatted(events.command(), reason(failure));
    }

    private String servers() {
        if (isOfAnotherReplicaSet()) {
            return events.replicaSets().entrySet().stream()
                    .map(server -> "%s %s".formatted(server.getKey(), membership(server)))
                    .collect(Collectors.joining("; "));
        }
        return Stream.concat(
                        cluster.getServerDescriptions().stream().map(Diagnosis::reason),
                        Stream.ofNullable(cluster.getSrvResolutionException())
                                .map(Diagnosis::reason))
                .collect(Collectors.joining("; "));
    }

    private String membership(Map.Entry<String, String> server) {
        return server.getValue().equals(DriverEvents.NO_SET)
                ? "is not a member of a replica set"
                : "is a member of the replica set %s and not of %s"
                        .formatted(server.getValue(), url.requiredReplicaSet().orElseThrow());
    }

    /// The driver forgets the servers that are not members of the set that the URL names.
    private boolean isOfAnotherReplicaSet() {
        return !events.replicaSets().isEmpty()
                && url.requiredReplicaSet()
                        .filter(set -> !events.replicaSets().containsValue(set))
                        .isPresent();
    }

    private boolean failsInTls() {
        return cluster.getServerDescriptions().stream().anyMatch(it -> tlsFailure(it).isPresent());
    }

    private static Optional<Throwable> tlsFailure(ServerDescription server) {
        return chain(server.getException()).filter(SSLException.class::isInstance).findFirst();
    }

    private static String reason(ServerDescription server) {
        String reason =
                tlsFailure(server)
                        .map(failure -> ": TLS fails: " + failure.getMessage())
                        .or(
                                () ->
                                        Optional.ofNullable(server.getException())
                                                .map(failure -> ": " + reason(failure)))
                        .orElse(
                                server.getState() == ServerConnectionState.CONNECTED
                                        ? " is not the primary"
                                        : " does not answer");
        return server.getAddress() + reason;
    }

    private static String reason(MongoBulkWriteException partial) {
        return partial.getWriteErrors().stream()
                .map(error -> error.getMessage())
                .findFirst()
                .or(
                        () ->
                                Optional.ofNullable(partial.getWriteConcernError())
                                        .map(error -> error.getMessage()))
                .orElse("no reason given");
    }

    private static String reason(Throwable failure) {
        return switch (root(failure)) {
            case MongoCommandException refusal -> refusal.getErrorMessage();
            case MongoTimeoutException _ -> NO_ANSWER;
            case Throwable root -> String.valueOf(root.getMessage());
        };
    }

    /// What a log may print: nothing of a timeout, whose message describes the whole cluster, and
    /// nothing that was caused by one.
    private Throwable cause(RuntimeException failure) {
        return Stream.concat(
                        chain(failure),
                        cluster.getServerDescriptions().stream()
                                .flatMap(server -> chain(server.getException())))
                .filter(it -> chain(it).noneMatch(MongoTimeoutException.class::isInstance))
                .findFirst()
                .orElseGet(() -> new TimeoutException(NO_ANSWER));
    }

    private static Throwable root(Throwable failure) {
        return chain(failure).reduce((_, next) -> next).orElse(failure);
    }

    private static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.ofNullable(failure)
                .flatMap(
                        it -> Stream.<Throwable>iterate(it, Objects::nonNull, Throwable::getCause));
    }
}
