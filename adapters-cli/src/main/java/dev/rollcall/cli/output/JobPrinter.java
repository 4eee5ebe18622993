package dev.rollcall.cli.output;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.List;

/// Prints a listing, page by page.
public interface JobPrinter extends AutoCloseable {

    void print(List<ProcessingJob> page);

    /// Adds the token of the next page, if the form has a place for it. After the last page.
    void nextToken(String token);

    @Override
    void close();
}
