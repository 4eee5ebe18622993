/// The use cases, and the ports through which they reach storage.
///
/// [ListProcessingJobs], [RecordProcessingJobs], [ExportProcessingJobs] and [ListScopes] are what
/// the outside may ask for: each is a use case and its own driving port. [FindProcessingJobs],
/// [UpsertProcessingJobs], [ReadAllProcessingJobs] and [ReadScopes] are what they ask of a store; a
/// [ProcessingJobStore] is all four.
@NullMarked
package dev.rollcall.application;

import org.jspecify.annotations.NullMarked;
