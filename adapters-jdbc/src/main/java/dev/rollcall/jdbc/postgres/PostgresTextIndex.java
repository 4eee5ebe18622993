package dev.rollcall.jdbc.postgres;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// The index of the pieces of names, which a database may have to do without.
final class PostgresTextIndex {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresTextIndex.class);

    /// Is there when those of all partitions are.
    private static final String NAME = "job_name_by_text";

    private static final List<String> PARTITIONS = List.of("job_name_0", "job_name_1");

    /// What is inserted waits in a list, so that many entries of one piece are merged at once. But
    /// whoever looks for a text reads all that waits.
    static final String WAITING = "SET gin_pending_list_limit = '512kB'";

    private static final String MANY_WAITING = "SET LOCAL gin_pending_list_limit = '16MB'";

    private final Consumer<Consumer<Handle>> connections;

    /// @param connections runs work on a connection of its own
    PostgresTextIndex(Consumer<Consumer<Handle>> connections) {
        this.connections = connections;
    }

    static void drop(Handle handle) {
        handle.execute("DROP INDEX IF EXISTS " + NAME);
        // What a process left that was killed while it built them.
        PARTITIONS.forEach(of -> handle.execute("DROP INDEX IF EXISTS " + nameOf(of)));
    }

    static boolean exists(Handle handle) {
        return PostgresIndexes.exists(NAME, handle);
    }

    /// Lets more wait while very many names come, until [#settle].
    static void expectMany(Handle handle) {
        handle.execute(MANY_WAITING);
    }

    /// Leaves nothing waiting.
    static void settle(Handle handle) {
        for (String partition : PARTITIONS) {
            handle.createQuery("SELECT gin_clean_pending_list(to_regclass(?))")
                    .bind(0, nameOf(partition))
                    .mapTo(Long.class)
                    .findOne();
        }
    }

    /// Builds it unless it is there, or says why that can't be. The partitions' are built side by
    /// side; the whole one is then made of them.
    void build() {
        try {
            connections.accept(
                    handle -> {
                        if (!exists(handle)) {
                            handle.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
                            var halves = PARTITIONS.stream().map(this::building).toList();
                            halves.forEach(CompletableFuture::join);
                            create(NAME, "job_name", handle);
                        }
                    });
        } catch (JdbiException | CompletionException e) {
            LOG.warn(
                    "There is no index of texts, since it can't be built: {} NameContains will walk"
                            + " other indexes, and take longer for rare texts. Recommended action:"
                            + " if the extension pg_trgm is what is missing, let a superuser run"
                            + " 'CREATE EXTENSION pg_trgm' in this database; then start Rollcall"
                            + " again.",
                    e.getMessage());
        }
    }

    private CompletableFuture<Void> building(String partition) {
        return CompletableFuture.runAsync(
                () -> connections.accept(handle -> create(nameOf(partition), partition, handle)),
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
