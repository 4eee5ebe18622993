package dev.rollcall.jdbc.postgres;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The index of the pieces of names (trigrams), which a database may have to do without.
final class PostgresTextIndex {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresTextIndex.class);

    /// Exists once those of all partitions do.
    static final String NAME = "job_name_by_text";

    private static final List<String> PARTITIONS = List.of("job_name_0", "job_name_1");

    private final PostgresConnections connections;

    PostgresTextIndex(PostgresConnections connections) {
        this.connections = connections;
    }

    static void drop(Handle handle) {
        handle.execute("DROP INDEX IF EXISTS " + NAME);
        // What a process left behind that was killed while it built them.
        PARTITIONS.forEach(of -> handle.execute("DROP INDEX IF EXISTS " + nameOf(of)));
    }

    static boolean exists(Handle handle) {
        return PostgresCatalog.hasIndex(NAME, handle);
    }

    /// Lets more names wait before they enter the index, for this transaction: many entries of one
    /// piece are then merged at once. [#mergePending] ends their waiting.
    static void expectMany(Handle handle) {
        handle.execute("SET LOCAL gin_pending_list_limit = '16MB'");
    }

    /// Merges all names that wait into the index.
    static void mergePending(Handle handle) {
        for (String partition : PARTITIONS) {
            handle.createQuery("SELECT gin_clean_pending_list(to_regclass(?))")
                    .bind(0, nameOf(partition))
                    .mapTo(Long.class)
                    .findOne();
        }
    }

    /// Builds the index unless it is there, or logs why it can't be built. Those of the partitions
    /// are built at the same time; the whole one then consists of them.
    void build() {
        try {
            if (!connections.unlimitedly(PostgresTextIndex::exists)) {
                connections.unlimited(
                        handle -> handle.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm"));
                var halves = PARTITIONS.stream().map(this::building).toList();
                halves.forEach(CompletableFuture::join);
                connections.unlimited(handle -> create(NAME, "job_name", handle));
            }
        } catch (JdbiException | CompletionException e) {
            LOG.warn(
                    "The index of texts can't be built: {} NameContains will scan other indexes,"
                            + " and take longer for rare texts. Recommended action: if the"
                            + " extension pg_trgm is missing, let a superuser run 'CREATE"
                            + " EXTENSION pg_trgm' in this database; then start Rollcall again.",
                    e.getMessage());
        }
    }

    private CompletableFuture<Void> building(String partition) {
        return CompletableFuture.runAsync(
                () -> connections.unlimited(handle -> create(nameOf(partition), partition, handle)),
                Thread::startVirtualThread);
    }

    private static String nameOf(String partition) {
        return partition + "_by_text";
    }

    private static void create(String name, String table, Handle handle) {
        handle.execute(
                "CREATE INDEX IF NOT EXISTS %s ON %s USING gin (name %s.gin_trgm_ops)"
                        .formatted(name, table, schemaOfTrigrams(handle)));
    }

    private static String schemaOfTrigrams(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT extnamespace::regnamespace::text
                        FROM pg_extension WHERE extname = 'pg_trgm'\
                        """)
                .mapTo(String.class)
                .one();
    }
}
