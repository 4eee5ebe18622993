/// Jobs in PostgreSQL: one server, any number of processes.
///
/// A write goes from [PostgresDatabase] to [PostgresBatch], or in a bulk to [PostgresCopy].
/// [PostgresConnections] says how to connect, [TransactionPooler] whether to a pooler,
/// [PostgresTimeouts] how long to wait; [TimedConnections] ends what takes longer, by closing one
/// of the [RawSockets]. [TransactionSettings] is what the server is to do differently than it would
/// by itself.
@NullMarked
package dev.rollcall.jdbc.postgres;

import org.jspecify.annotations.NullMarked;
