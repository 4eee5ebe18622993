package dev.rollcall.domain;

import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageRequest;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The members of a foreign value as a test writes them: `SortBy=Name`.
public record Members(Map<String, String> values) {

    public static Members of(String... assignments) {
        return new Members(Map.of()).with(assignments);
    }

    public Members with(String... assignments) {
        var all = new TreeMap<>(values);
        for (String assignment : assignments) {
            int at = assignment.indexOf('=');
            all.put(assignment.substring(0, at), assignment.substring(at + 1));
        }
        return new Members(all);
    }

    public Members without(String... members) {
        var rest = new TreeMap<>(values);
        for (String member : members) {
            rest.remove(member);
        }
        return new Members(rest);
    }

    public ListingRequest request() {
        return ListingRequest.everything()
                .with(time("CreationTimeAfter"), ListingRequest::withCreationTimeAfter)
                .with(time("CreationTimeBefore"), ListingRequest::withCreationTimeBefore)
                .with(time("LastModifiedTimeAfter"), ListingRequest::withLastModifiedTimeAfter)
                .with(time("LastModifiedTimeBefore"), ListingRequest::withLastModifiedTimeBefore)
                .with(text("NameContains"), ListingRequest::withNameContains)
                .with(text("StatusEquals"), ListingRequest::withStatusEquals)
                .with(text("SortBy"), ListingRequest::withSortBy)
                .with(text("SortOrder"), ListingRequest::withSortOrder)
                .with(text("NextToken"), ListingRequest::withNextToken)
                .with(member("MaxResults", Integer::valueOf), ListingRequest::withMaxResults);
    }

    /// The listing of this request in [Jobs#SCOPE].
    public PageRequest listing() {
        return valid(request().check(Jobs.SCOPE));
    }

    public JobRecord record() {
        return new JobRecord(
                time("CreationTime"),
                text("ExitMessage"),
                text("FailureReason"),
                time("LastModifiedTime"),
                time("ProcessingEndTime"),
                text("ProcessingJobArn"),
                text("ProcessingJobName"),
                text("ProcessingJobStatus"));
    }

    public static <T> T valid(Checked<T> checked) {
        return switch (checked) {
            case Checked.Valid<T>(T value) -> value;
            case Checked.Invalid<T> invalid -> throw new AssertionError(invalid.toString());
        };
    }

    public static <T> List<Violation> violations(Checked<T> checked) {
        return switch (checked) {
            case Checked.Valid<T> valid -> List.of();
            case Checked.Invalid<T>(var violations) -> violations;
        };
    }

    private Optional<Instant> time(String member) {
        return member(member, Instant::parse);
    }

    private Optional<String> text(String member) {
        return member(member, Function.identity());
    }

    private <T> Optional<T> member(String member, Function<String, T> parser) {
        return Optional.ofNullable(values.get(member)).map(parser);
    }
}
