package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJobName;

import org.jdbi.v3.core.Handle;

import java.util.List;

/// Deletes the rows of one job from each table that has some, in this order: who has the job's own
/// row locked may write the others.
public record JobDeletion(List<String> tables) {

    /// Deletes them, within the transaction of a handle.
    ///
    /// @param scopeId the number of the job's scope
    /// @return how many rows there were
    public int run(int scopeId, ProcessingJobName name, Handle handle) {
        int rows = 0;
        for (String table : tables) {
            rows +=
                    handle.execute(
                            "DELETE FROM " + table + " WHERE scope = ? AND name = ?",
                            scopeId,
                            name.value());
        }
        return rows;
    }
}
