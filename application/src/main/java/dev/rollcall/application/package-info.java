/// The use cases, and the ports through which they reach storage.
///
/// [ListProcessingJobs], [RecordProcessingJobs], [ExportProcessingJobs] and [ListScopes] are the
/// use cases, and each is its own driving port. [FindProcessingJobs], [UpsertProcessingJobs],
/// [ReadProcessingJob], [DeleteProcessingJob], [ReadAllProcessingJobs] and [ReadScopes] are the
/// driven ports; a [ProcessingJobStore] is all six.
@NullMarked
package dev.rollcall.application;

import org.jspecify.annotations.NullMarked;
