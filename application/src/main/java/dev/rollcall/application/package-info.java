/// The use cases, and the ports through which they reach storage.
///
/// [ListProcessingJobs] and [RecordProcessingJobs] are what the outside may ask for: each is a use
/// case and its own driving port. [FindProcessingJobs] and [KeepProcessingJobs] are what they ask
/// of a store; a [ProcessingJobStore] is both. [FindAccessKey] is where the keys of clients come
/// from.
@NullMarked
package dev.rollcall.application;

import org.jspecify.annotations.NullMarked;
