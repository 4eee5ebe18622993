package dev.rollcall.jdbc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes of a PostgreSQL database besides the one of names. One Rollcall at a time builds
/// them; without them all answers are the same, and slower.
final class PostgresIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresIndexes.class);

    /// The advisory lock of whoever builds: any number, as long as it is always the same.
    static final long BUILDER = 0x726f6c6c63616c6cL;

    private static final String INDEXES = Resource.text("postgres/indexes.sql");

    private static final List<String> NAMES =
            List.of(
                    "job_by_creation",
                    "job_by_status",
                    "job_by_status_and_creation",
                    "job_by_modification",
                    "job_late_by_creation");

    private static final String OF_TEXTS = "job_name_by_text";

    private final Jdbi jdbi;

    /// @param unhurried connections whose statements may take long
    PostgresIndexes(Jdbi unhurried) {
        this.jdbi = unhurried;
    }

    /// Builds what is missing, unless somebody else is about it.
    void complete() {
        jdbi.useHandle(
                handle -> {
                    prepare(handle);
                    if (isBuilder(handle)) {
                        build(handle);
                    } else {
                        LOG.info("Another Rollcall builds the indexes; until then pages are slow.");
                    }
                });
    }

    /// Runs work that keeps very many jobs. If there are none yet, the indexes are built after it:
    /// that is faster than to keep them up to date.
    ///
    /// @param intoEmpty what to run then
    /// @param work what to run otherwise
    void putOff(Runnable intoEmpty, Runnable work) {
        jdbi.useHandle(
                handle -> {
                    prepare(handle);
                    if (isEmpty(handle) && isBuilder(handle)) {
                        handle.execute(
                                "DROP INDEX IF EXISTS %s, %s"
                                        .formatted(OF_TEXTS, String.join(", ", NAMES)));
                        try (Afterwards _ = () -> buildForMany(handle)) {
                            intoEmpty.run();
                        }
                    } else {
                        work.run();
                    }
                });
    }

    private void buildForMany(Handle handle) {
        build(handle);
        handle.execute("VACUUM (ANALYZE) job, job_name");
    }

    private static void prepare(Handle handle) {
        handle.execute("SET search_path = " + PostgresDatabase.SCHEMA + ", public");
        handle.execute("SET maintenance_work_mem = '512MB'");
    }

    /// The lock ends with the session.
    private static boolean isBuilder(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(?)")
                .bind(0, BUILDER)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM job)")
                .mapTo(Boolean.class)
                .one();
    }

    /// Touches nothing that is there: even `IF NOT EXISTS` would wait for a vacuum or a writer, and
    /// let all writers wait behind it. The index of texts takes about as long as all others, on
    /// another core of the server.
    private void build(Handle handle) {
        var ofTexts = CompletableFuture.runAsync(this::buildIndexOfTexts);
        try (Afterwards _ = ofTexts::join) {
            if (!NAMES.stream().allMatch(name -> exists(name, handle))) {
                handle.createScript(INDEXES).execute();
            }
        }
    }

    private static boolean exists(String index, Handle handle) {
        return handle.createQuery("SELECT to_regclass(?) IS NOT NULL")
                .bind(0, index)
                .mapTo(Boolean.class)
                .one();
    }

    private void buildIndexOfTexts() {
        try {
            jdbi.useHandle(PostgresIndexes::buildIndexOfTexts);
        } catch (JdbiException e) {
            LOG.warn(
                    "There is no index of texts, since the extension pg_trgm can't be had: {}"
                            + " NameContains will walk other indexes, and take longer for rare"
                            + " texts. Recommended action: let a superuser run 'CREATE EXTENSION"
                            + " pg_trgm' in this database, and start Rollcall again.",
                    e.getMessage());
        }
    }

    private static void buildIndexOfTexts(Handle handle) {
        prepare(handle);
        if (exists(OF_TEXTS, handle)) {
            return;
        }
        handle.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        // What is inserted goes to the pending list (kB) first: the longer it is, the more entries
        // of one piece are merged at once.
        handle.execute(
                """
                CREATE INDEX %s
                ON job_name USING gin (name %s.gin_trgm_ops)
                WITH (gin_pending_list_limit = 16384)"""
                        .formatted(OF_TEXTS, schemaOfTrigrams(handle)));
    }

    private static String schemaOfTrigrams(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT extnamespace::regnamespace::text
                        FROM pg_extension WHERE extname = 'pg_trgm'""")
                .mapTo(String.class)
                .one();
    }
}
