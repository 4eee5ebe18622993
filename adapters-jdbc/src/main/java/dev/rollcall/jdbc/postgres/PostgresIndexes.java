package dev.rollcall.jdbc.postgres;

import dev.rollcall.jdbc.sql.Cleanup;
import dev.rollcall.jdbc.sql.Resource;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The indexes of a PostgreSQL database except the one of names. One Rollcall at a time builds
/// them; without them all answers are the same, but slower.
final class PostgresIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresIndexes.class);

    /// The advisory lock of the builder: any number, as long as it is always the same.
    static final long BUILDER = 0x726f6c6c63616c6cL;

    private static final String INDEXES = Resource.text("postgres/indexes.sql");

    /// Finds a job by its ARN. No listing reads it, so the plan doesn't know it.
    static final String BY_NAME_IN_ARN = "job_by_name_in_arn";

    /// Those that [#INDEXES] creates: all but the primary key and the one by text.
    private static final List<String> NAMES =
            Stream.concat(
                            Arrays.stream(JobIndex.values())
                                    .filter(
                                            index ->
                                                    index != JobIndex.BY_NAME
                                                            && index != JobIndex.BY_TEXT)
                                    .map(PostgresIndexes::name),
                            Stream.of(BY_NAME_IN_ARN))
                    .toList();

    private final PostgresConnections connections;
    private final PostgresTextIndex ofTexts;

    PostgresIndexes(PostgresConnections connections) {
        this.connections = connections;
        this.ofTexts = new PostgresTextIndex(connections);
    }

    static String name(JobIndex index) {
        return switch (index) {
            case BY_NAME -> "job_by_name";
            case BY_CREATION -> "job_by_creation";
            case BY_STATUS -> "job_by_status";
            case BY_STATUS_AND_CREATION -> "job_by_status_and_creation";
            case BY_MODIFICATION -> "job_by_modification";
            case LATE_BY_CREATION -> "job_late_by_creation";
            case LATE_BY_MODIFICATION -> "job_late_by_modification";
            case BY_TEXT -> PostgresTextIndex.NAME;
        };
    }

    /// Builds what is missing, unless another Rollcall is building.
    void complete() {
        connections.unlimited(
                lock -> {
                    if (isBuilder(lock)) {
                        build();
                    } else {
                        LOG.info("Another Rollcall builds the indexes; until then pages are slow.");
                    }
                });
    }

    /// Runs work that writes very many jobs. If there are none yet, the indexes are built after it,
    /// which is faster than to update them with each job. Only the owner of the tables may do so.
    void putOff(Runnable work) {
        boolean isOwnAndEmpty = connections.unlimitedly(PostgresIndexes::isOwnAndEmpty);
        connections.unlimited(
                lock -> {
                    boolean isPutOff = isOwnAndEmpty && isBuilder(lock);
                    if (isPutOff) {
                        connections.unlimited(PostgresIndexes::drop);
                    }
                    try (Cleanup _ = () -> finish(isPutOff)) {
                        work.run();
                    }
                });
    }

    private static boolean isOwnAndEmpty(Handle handle) {
        return PostgresCatalog.isEmpty(handle) && PostgresCatalog.isOwner(handle);
    }

    private static void drop(Handle handle) {
        PostgresTextIndex.drop(handle);
        handle.execute("DROP INDEX IF EXISTS " + String.join(", ", NAMES));
    }

    private void finish(boolean isPutOff) {
        if (isPutOff) {
            build();
            connections.vacuum();
        } else if (connections.unlimitedly(PostgresCatalog::isOwner)) {
            connections.unlimited(PostgresTextIndex::mergePending);
        }
    }

    /// The lock ends with the transaction, which does nothing else: whatever is built or dropped
    /// has one of its own.
    private static boolean isBuilder(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(?)")
                .bind(0, BUILDER)
                .mapTo(Boolean.class)
                .one();
    }

    /// Touches no index that is there: even `IF NOT EXISTS` would wait for a vacuum or a writer,
    /// and all writers would wait behind it. The index of texts takes longer than all others, so it
    /// is built at the same time, on other cores of the server.
    private void build() {
        var texts = CompletableFuture.runAsync(ofTexts::build, Thread::startVirtualThread);
        try (Cleanup _ = texts::join) {
            connections.unlimited(
                    handle -> {
                        if (!NAMES.stream()
                                .allMatch(name -> PostgresCatalog.hasIndex(name, handle))) {
                            handle.createScript(INDEXES).execute();
                        }
                    });
        }
    }
}
