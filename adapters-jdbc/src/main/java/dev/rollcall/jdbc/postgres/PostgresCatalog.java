package dev.rollcall.jdbc.postgres;

import org.jdbi.v3.core.Handle;

/// What a database says of its own tables and indexes.
final class PostgresCatalog {

    private PostgresCatalog() {}

    static boolean hasIndex(String name, Handle handle) {
        return handle.createQuery("SELECT to_regclass(?) IS NOT NULL")
                .bind(0, name)
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether there are no jobs.
    static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM job)")
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether the user may create and drop indexes.
    static boolean isOwner(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT pg_has_role(relowner, 'USAGE')
                        FROM pg_class WHERE oid = 'job'::regclass\
                        """)
                .mapTo(Boolean.class)
                .one();
    }
}
