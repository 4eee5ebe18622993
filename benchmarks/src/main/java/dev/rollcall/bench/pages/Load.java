package dev.rollcall.bench.pages;

import java.io.IOException;
import java.time.Duration;

/// Clients that send a request again and again, each over a connection that it keeps.
interface Load {

    /// What they are called in a table.
    String name();

    /// Sends requests for some time.
    ///
    /// @throws IOException also if an answer is not 200
    Outcome send(PageRequest request, int connections, Duration time)
            throws IOException, InterruptedException;

    /// What came of it.
    ///
    /// @param perSecond how many requests were answered in a second
    /// @param requests how many there were
    /// @param p50 in milliseconds, as is p99
    record Outcome(double perSecond, long requests, double p50, double p99) {}
}
