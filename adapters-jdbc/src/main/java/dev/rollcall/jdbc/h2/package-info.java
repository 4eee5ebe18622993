/// Jobs in H2: one process, one file.
///
/// A write goes from [H2Database] through [GroupCommit], which runs it in the thread that writes
/// and makes it durable, to [H2Batch]. [H2Bulk] is the faster way into an empty database.
@NullMarked
package dev.rollcall.jdbc.h2;

import org.jspecify.annotations.NullMarked;
