package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private DetailRows() {}

    /// What is stored of jobs, before records of them are merged with it. Details are read for
    /// those records only that have some: the others change none.
    public static Map<ProcessingJobId, JobDescription> known(
            List<JobDescription> records,
            List<ProcessingJob> stored,
            ToIntFunction<Scope> scopeIds,
            Handle handle) {
        Map<ProcessingJobId, JobDescription> known = new HashMap<>();
        stored.forEach(job -> known.put(job.id(), new JobDescription(job)));
        var described =
                records.stream()
                        .filter(it -> !it.details().isEmpty())
                        .map(JobDescription::id)
                        .filter(known::containsKey)
                        .toList();
        of(described, scopeIds, handle)
                .forEach(
                        (id, details) ->
                                known.computeIfPresent(
                                        id, (_, it) -> new JobDescription(it.job(), details)));
        return known;
    }

    private static Map<ProcessingJobId, JobDetails> of(
            List<ProcessingJobId> jobs, ToIntFunction<Scope> scopeIds, Handle handle) {
        Map<ProcessingJobId, JobDetails> found = new HashMap<>();
        if (!jobs.isEmpty()) {
            handle.createQuery(OF_JOBS)
                    .bind(0, scopeIds(jobs, scopeIds))
                    .bind(1, names(jobs))
                    .map((row, _) -> Map.entry(row.getInt("position") - 1, details(row)))
                    .forEach(it -> found.put(jobs.get(it.getKey()), it.getValue()));
        }
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
