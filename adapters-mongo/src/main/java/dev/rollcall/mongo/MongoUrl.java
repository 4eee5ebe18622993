package dev.rollcall.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;

import dev.rollcall.application.StorageNotThereYet;
import dev.rollcall.application.StorageUnsuitable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A connection string: the servers, the credentials and the name of the database.
///
/// It may contain a password, so neither `toString` nor an error shows it: what the driver says of
/// a malformed string may quote from it.
final class MongoUrl {

    /// A slash or a question mark ends the servers. In a password it must be encoded, or the
    /// beginning of the password is taken for a server, and looked up; the `@` behind it tells.
    private static final Pattern PARTS =
            Pattern.compile(
                    "mongodb(?:\\+srv)?://(?<login>[^/?]*@)?[^/?]*(?<path>[^?]*)(?:\\?(?<options>.*))?",
                    Pattern.DOTALL);

    /// For a string without a database.
    private static final String DEFAULT_DATABASE = "rollcall";

    /// For a string without `timeoutMS`. It is more than the two seconds after which a page ends.
    private static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(5);

    private final ConnectionString string;

    private MongoUrl(ConnectionString string) {
        this.string = string;
    }

    /// @throws StorageUnsuitable if it is not a connection string, or asks for what a store must
    ///   not do, or what the driver would pass over
    /// @throws StorageNotThereYet if it leaves the servers to the DNS, which does not answer
    static MongoUrl of(String text) {
        var url = new MongoUrl(parsed(text));
        url.check();
        return url;
    }

    private static ConnectionString parsed(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw notAConnectionString();
        }
        var options = UrlOptions.of(Objects.requireNonNullElse(parts.group("options"), ""));
        String login = Objects.requireNonNullElse(parts.group("login"), "");
        if (parts.group("path").contains("@") || options.holdAt()) {
            throw notAConnectionString();
        }
        options.requireKnown();
        if (options.useTicket() && login.contains(":")) {
            throw new StorageUnsuitable(
                    "The URL of MongoDB has a password, which authMechanism=GSSAPI does not use.",
                    "leave the password out: the user's ticket of Kerberos counts.");
        }
        try {
            return new ConnectionString(text);
        } catch (IllegalArgumentException _) {
            throw notAConnectionString();
        } catch (MongoException e) {
            throw new StorageNotThereYet("MongoDB cannot be found: " + e.getMessage(), e);
        }
    }

    private static StorageUnsuitable notAConnectionString() {
        return new StorageUnsuitable(
                "The URL of MongoDB is not a connection string.",
                "write it as mongodb://USER:PASSWORD@HOST:PORT/DATABASE?OPTIONS, with everything"
                    + " but letters and digits in user and password percent-encoded: @ as %40, / as"
                    + " %2F, : as %3A, ? as %3F, % as %25.");
    }

    /// What was written must be there after a failover, and what is read must be what was written
    /// last.
    private void check() {
        requireAbsentOr(WriteConcern.MAJORITY, string.getWriteConcern(), "w=majority");
        requireAbsentOr(ReadConcern.MAJORITY, string.getReadConcern(), "readConcernLevel=majority");
        requireAbsentOr(
                ReadPreference.primary(), string.getReadPreference(), "readPreference=primary");
        if (callTimeout().isZero()) {
            throw new StorageUnsuitable(
                    "The URL of MongoDB says timeoutMS=0, which means to wait without end.",
                    "set timeoutMS to a number of milliseconds, or leave it out for %d."
                            .formatted(DEFAULT_CALL_TIMEOUT.toMillis()));
        }
    }

    private static <T> void requireAbsentOr(T required, @Nullable T given, String option) {
        if (given != null && !given.equals(required)) {
            throw new StorageUnsuitable(
                    "The URL of MongoDB asks for something else than %s.".formatted(option),
                    "leave that option out: Rollcall always uses %s.".formatted(option));
        }
    }

    String database() {
        return Optional.ofNullable(string.getDatabase()).orElse(DEFAULT_DATABASE);
    }

    /// How long one call of the store may take: finding a server, waiting for a connection,
    /// sending, and all answers.
    Duration callTimeout() {
        return Optional.ofNullable(string.getTimeout())
                .map(Duration::ofMillis)
                .orElse(DEFAULT_CALL_TIMEOUT);
    }

    /// How long each thousand records of an import may take, and each thousand jobs of an export:
    /// nobody waits for a page of them, and an election of a new primary takes seconds.
    Duration bulkTimeout() {
        return callTimeout().multipliedBy(10);
    }

    /// The replica set that the servers must be members of.
    Optional<String> requiredReplicaSet() {
        return Optional.ofNullable(string.getRequiredReplicaSetName());
    }

    MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(string)
                .applicationName("rollcall")
                .timeout(callTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .writeConcern(WriteConcern.MAJORITY)
                .build();
    }

    /// Shows nothing of the string.
    @Override
    public String toString() {
        return "MongoUrl";
    }
}
