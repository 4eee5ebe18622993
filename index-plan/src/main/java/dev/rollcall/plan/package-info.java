/// How a store with ordered indexes finds the jobs of a selection within a budget of work.
///
/// [BoundedScan] is the plan, [AccessPaths] says which parts of which index may hold the jobs, and
/// a store that offers [IndexReader] can be searched so. Nothing in here knows of SQL or documents.
@NullMarked
package dev.rollcall.plan;

import org.jspecify.annotations.NullMarked;
