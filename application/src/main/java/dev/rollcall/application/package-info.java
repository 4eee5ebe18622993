/// The use cases, and the ports through which they reach storage.
///
/// [ListProcessingJobs], [RecordProcessingJobs] and [ExportProcessingJobs] are what the outside may
/// ask for: each is a use case and its own driving port. [FindProcessingJobs],
/// [UpsertProcessingJobs] and [ReadAllProcessingJobs] are what they ask of a store; a
/// [ProcessingJobStore] is all three.
@NullMarked
package dev.rollcall.application;

import org.jspecify.annotations.NullMarked;
