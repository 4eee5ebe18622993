/// A life cycle for tests: jobs that are created, run for a while by the clock, and end; nothing
/// runs.
///
/// [SimulateProcessingJobs] is the use case; a [Simulation] has it and its clock. A [SettledStore]
/// shows each job as it is by now. A [StoredEnding] outlives the process.
@NullMarked
package dev.rollcall.application.simulate;

import org.jspecify.annotations.NullMarked;
