/// The published test kit that every store passes.
///
/// To run it, write a [StoreFactory] that opens the store, and an empty subclass of
/// [ProcessingJobStoreContract] that names the factory with [StoreUnderTest]. A store with
/// transactions passes [SnapshotContract] too, and one that finds jobs by indexes passes
/// [IndexReaderContract]. [ReferenceStore] is a store in memory that defines what the port means;
/// [JobBuilder] and [AdversarialJobs] make jobs for tests, and [StoredJobs] lists what a store has
/// stored.
@NullMarked
package dev.rollcall.contract;

import org.jspecify.annotations.NullMarked;
