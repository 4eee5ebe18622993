/// Jobs in MongoDB, through the official driver.
///
/// [MongoStore] is the entry. [MongoUrl] reads a connection string; [IndexSetup] creates the
/// indexes or checks them; [MongoIndexReader] reads them within the bounds that [Conditions]
/// renders, and remembers the [FoundPositions] of what it finds; [JobDocument] is a job as a
/// document, [Batch] writes many of them, and [ExportReader] reads all.
@NullMarked
package dev.rollcall.mongo;

import org.jspecify.annotations.NullMarked;
