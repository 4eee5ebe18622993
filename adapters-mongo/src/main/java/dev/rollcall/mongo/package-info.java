/// Jobs in MongoDB, through the official driver.
///
/// [MongoStore] is the entry. [MongoUrl] reads a connection string; [IndexSetup] creates the
/// indexes or checks them; [MongoIndexReader] reads them within the bounds that [Conditions]
/// renders, and remembers the [FoundPositions] of what it finds; [JobDocument] is a job as a
/// document, and [DetailsDocument] are its details. [Batch] writes many of them, by
/// [MergingWrites]; [JobReader] reads those of one job, and [ExportReader] those of all.
@NullMarked
package dev.rollcall.mongo;

import org.jspecify.annotations.NullMarked;
