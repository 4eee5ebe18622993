/// How a store with ordered indexes finds the jobs of a selection within a budget of work.
///
/// [BoundedScan] is the plan. [JobIndex] says which indexes there are and how they are ordered,
/// [AccessPaths] which ranges of them may hold the jobs, and any store that offers an [IndexReader]
/// can be searched this way. Nothing in here knows of SQL or documents.
@NullMarked
package dev.rollcall.plan;

import org.jspecify.annotations.NullMarked;
