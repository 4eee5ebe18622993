/// The use cases, and the ports through which they reach storage.
///
/// [ListProcessingJobs], [RecordProcessingJobs] and [ExportProcessingJobs] are the use cases, and
/// each is its own driving port. [FindProcessingJobs], [UpsertProcessingJobs] and
/// [ReadAllProcessingJobs] are the driven ports; a [ProcessingJobStore] is all three.
@NullMarked
package dev.rollcall.application;

import org.jspecify.annotations.NullMarked;
