package dev.rollcall.jdbc.postgres;

import dev.rollcall.jdbc.sql.Cleanup;
import dev.rollcall.jdbc.sql.Resource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The indexes of a PostgreSQL database besides the one of names. One Rollcall at a time builds
/// them; without them all answers are the same, and slower.
public final class PostgresIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresIndexes.class);

    /// The advisory lock of whoever builds: any number, as long as it is always the same.
    public static final long BUILDER = 0x726f6c6c63616c6cL;

    private static final String INDEXES = Resource.text("postgres/indexes.sql");

    private static final List<String> NAMES =
            List.of(
                    "job_by_creation",
                    "job_by_status",
                    "job_by_status_and_creation",
                    "job_by_modification",
                    "job_late_by_creation",
                    "job_late_by_modification");

    private final Jdbi jdbi;
    private final PostgresTextIndex ofTexts = new PostgresTextIndex(this::use);

    /// @param unhurried connections whose statements may take long
    PostgresIndexes(Jdbi unhurried) {
        this.jdbi = unhurried;
    }

    /// Builds what is missing, unless somebody else is about it.
    void complete() {
        use(
                handle -> {
                    if (isBuilder(handle)) {
                        build(handle);
                    } else {
                        LOG.info("Another Rollcall builds the indexes; until then pages are slow.");
                    }
                });
    }

    /// Runs work that keeps very many jobs. If there are none yet, the indexes are built after it:
    /// that is faster than to keep them up to date. Only the tables' owner may do so.
    void putOff(Runnable work) {
        use(
                handle -> {
                    boolean isPutOff = isEmpty(handle) && isOwner(handle) && isBuilder(handle);
                    if (isPutOff) {
                        PostgresTextIndex.drop(handle);
                        handle.execute("DROP INDEX IF EXISTS " + String.join(", ", NAMES));
                    }
                    try (Cleanup _ = () -> finish(isPutOff, handle)) {
                        work.run();
                    }
                });
    }

    private void finish(boolean isPutOff, Handle handle) {
        if (isPutOff) {
            build(handle);
            handle.execute("VACUUM (ANALYZE) job, job_name");
        } else if (isOwner(handle)) {
            PostgresTextIndex.settle(handle);
        }
    }

    private void use(Consumer<Handle> work) {
        jdbi.useHandle(
                handle -> {
                    handle.execute("SET search_path = " + PostgresDatabase.SCHEMA + ", public");
                    handle.execute("SET maintenance_work_mem = '256MB'");
                    work.accept(handle);
                });
    }

    /// The lock ends with the session.
    private static boolean isBuilder(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(?)")
                .bind(0, BUILDER)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isOwner(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT pg_has_role(relowner, 'USAGE')
                        FROM pg_class WHERE oid = 'job'::regclass\
                        """)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM job)")
                .mapTo(Boolean.class)
                .one();
    }

    /// Touches nothing that is there: even `IF NOT EXISTS` would wait for a vacuum or a writer, and
    /// let all writers wait behind it. The index of texts takes longer than all others, on other
    /// cores of the server.
    private void build(Handle handle) {
        var texts = CompletableFuture.runAsync(ofTexts::build, Thread::startVirtualThread);
        try (Cleanup _ = texts::join) {
            if (!NAMES.stream().allMatch(name -> exists(name, handle))) {
                handle.createScript(INDEXES).execute();
            }
        }
    }

    static boolean exists(String index, Handle handle) {
        return handle.createQuery("SELECT to_regclass(?) IS NOT NULL")
                .bind(0, index)
                .mapTo(Boolean.class)
                .one();
    }
}
