package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;

import java.util.Optional;

/// Use case: tells all that is known of one processing job.
public final class DescribeProcessingJob {

    private final ReadProcessingJob store;

    public DescribeProcessingJob(ReadProcessingJob store) {
        this.store = store;
    }

    /// Describes the job with this name.
    ///
    /// @param scope whose job; the caller must have been authorized for it
    /// @param name as a client sent it; it is required
    /// @throws StorageUnavailable if the store cannot answer now
    public DescriptionResult describe(Scope scope, Optional<String> name) {
        return switch (ProcessingJobName.check(name)) {
            case Checked.Invalid<ProcessingJobName>(var violations) ->
                    new DescriptionResult.Invalid(violations);
            case Checked.Valid<ProcessingJobName>(var valid) ->
                    store.read(new ProcessingJobId(scope, valid))
                            .<DescriptionResult>map(DescriptionResult.Described::new)
                            .orElseGet(() -> new DescriptionResult.NotFound(valid));
        };
    }
}
