package dev.rollcall.cli.output;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.List;

/// Prints a listing, page by page.
public interface JobPrinter extends AutoCloseable {

    void print(List<ProcessingJob> page);

    /// Says that there is more, after the last page that is printed.
    void nextToken(String token);

    @Override
    void close();
}
