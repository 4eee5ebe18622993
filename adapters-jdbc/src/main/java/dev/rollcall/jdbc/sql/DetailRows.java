package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// Reads and writes the details of jobs. A job has a row if it has details, and nothing but what
/// this class is asked for touches those rows.
public final class DetailRows {

    /// What to join to a `job`, for the columns of [#details].
    static final String JOINED =
            """
            LEFT JOIN job_details AS details
                ON details.scope = job.scope AND details.name = job.name\
            """;

    static final String COLUMNS = "details.members, details.versions, details.texts";

    // An outer join can only begin with the list, whatever the database believes of the table.
    private static final String OF_JOBS =
            """
            SELECT wanted.position, %s
            FROM UNNEST(?, ?) WITH ORDINALITY AS wanted (scope, name, position)
            LEFT JOIN job_details AS details
                ON details.scope = wanted.scope AND details.name = wanted.name\
            """
                    .formatted(COLUMNS);

    /// Of how many jobs the stored details are held at a time.
    private static final int HELD = 50;

    private DetailRows() {}

    /// Merges what records say of jobs that are there with their stored details. Records without
    /// details change none, so nothing is read for them. The stored details may be many times as
    /// long as the records, so only those of a few jobs are held at a time.
    ///
    /// @param statement as for [#write]
    /// @return the jobs whose details changed
    public static Set<ProcessingJobId> merge(
            List<JobDescription> records,
            Instant horizon,
            String statement,
            ToIntFunction<Scope> scopeIds,
            Handle handle) {
        var described = records.stream().filter(it -> !it.details().isEmpty()).toList();
        Set<ProcessingJobId> changed = new HashSet<>();
        for (int start = 0; start < described.size(); start += HELD) {
            var part = described.subList(start, Math.min(start + HELD, described.size()));
            var known = of(part.stream().map(JobDescription::id).toList(), scopeIds, handle);
            List<JobDescription> merged = new ArrayList<>();
            for (JobDescription record : part) {
                var before = known.getOrDefault(record.id(), JobDetails.NONE);
                var after = before.merge(record.details(), horizon);
                if (!after.equals(before)) {
                    merged.add(new JobDescription(record.job(), after));
                    changed.add(record.id());
                }
            }
            write(merged, statement, scopeIds, handle);
        }
        return changed;
    }

    private static Map<ProcessingJobId, JobDetails> of(
            List<ProcessingJobId> jobs, ToIntFunction<Scope> scopeIds, Handle handle) {
        Map<ProcessingJobId, JobDetails> found = new HashMap<>();
        handle.createQuery(OF_JOBS)
                .bind(0, scopeIds(jobs, scopeIds))
                .bind(1, names(jobs))
                .map((row, _) -> Map.entry(row.getInt("position") - 1, details(row)))
                .forEach(it -> found.put(jobs.get(it.getKey()), it.getValue()));
        return found;
    }

    /// A column of the numbers of the jobs' scopes.
    public static Integer[] scopeIds(List<ProcessingJobId> jobs, ToIntFunction<Scope> scopeIds) {
        return jobs.stream().map(id -> scopeIds.applyAsInt(id.scope())).toArray(Integer[]::new);
    }

    /// A column of the jobs' names.
    public static String[] names(List<ProcessingJobId> jobs) {
        return jobs.stream().map(id -> id.name().value()).toArray(String[]::new);
    }

    /// The details in a row that has the [#COLUMNS]; none if they are null.
    static JobDetails details(ResultSet row) throws SQLException {
        var members = row.getArray("members");
        if (members == null) {
            return JobDetails.NONE;
        }
        Object[] names = (Object[]) members.getArray();
        Object[] versions = (Object[]) row.getArray("versions").getArray();
        Object[] texts = (Object[]) row.getArray("texts").getArray();
        Map<String, JobDetail> details = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            var version = Instant.ofEpochMilli((Long) versions[i]);
            details.put((String) names[i], new JobDetail(version, (String) texts[i]));
        }
        return new JobDetails(details);
    }

    /// Writes the details of jobs; if there are none, the table is not touched.
    ///
    /// @param statement inserts or replaces a row: its scope, name, members, versions and texts
    public static void write(
            Collection<JobDescription> jobs,
            String statement,
            ToIntFunction<Scope> scopeIds,
            Handle handle) {
        if (jobs.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(statement);
        for (JobDescription job : jobs) {
            var members = job.details().members();
            batch.bind(0, scopeIds.applyAsInt(job.id().scope()))
                    .bind(1, job.id().name().value())
                    .bind(2, members.keySet().toArray(String[]::new))
                    .bind(
                            3,
                            members.values().stream()
                                    .map(it -> it.version().toEpochMilli())
                                    .toArray(Long[]::new))
                    .bind(4, members.values().stream().map(JobDetail::json).toArray(String[]::new))
                    .add();
        }
        batch.execute();
    }
}
