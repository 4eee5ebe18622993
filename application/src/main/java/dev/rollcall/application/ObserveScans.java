package dev.rollcall.application;

/// Driven port: is told what the searches of a store cost. It is called by the thread that
/// searched, so it must not wait.
@FunctionalInterface
public interface ObserveScans {

    /// Nobody watches.
    ObserveScans NOBODY = (examined, isStopped) -> {};

    /// A call of [FindProcessingJobs#find] is done.
    ///
    /// @param examined how many index entries were examined or counted
    /// @param isStopped whether it ended because its budget was spent
    void scanned(int examined, boolean isStopped);
}
