/// The published test kit that every store passes.
///
/// A [StoreFactory] says how to open a store, and an empty subclass of [ProcessingJobStoreContract]
/// that names it with [StoreUnderTest] is the whole run; a store with transactions passes
/// [SnapshotContract] too. [ReferenceStore] is what the port means, in memory; [JobBuilder] and
/// [AdversarialJobs] make jobs for tests, and [StoredJobs] tells what became of them.
@NullMarked
package dev.rollcall.contract;

import org.jspecify.annotations.NullMarked;
