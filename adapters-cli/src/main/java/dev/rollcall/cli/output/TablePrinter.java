package dev.rollcall.cli.output;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.json.VisibleText;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Prints jobs as a table for people; times are UTC, to the second.
final class TablePrinter implements JobPrinter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private boolean hasHeader;

    TablePrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(List<ProcessingJob> page) {
        int width = page.stream().mapToInt(job -> job.name().value().length()).reduce(4, Math::max);
        if (!hasHeader) {
            printRow(width, "NAME", "STATUS", "CREATED (UTC)", "MODIFIED (UTC)", "REASON");
            hasHeader = true;
        }
        for (ProcessingJob job : page) {
            printRow(
                    width,
                    job.name().value(),
                    job.status().wireName(),
                    TIME.format(job.creationTime()),
                    TIME.format(job.lastModifiedTime()),
                    reason(job));
        }
    }

    private void printRow(
            int width, String name, String status, String created, String modified, String reason) {
        String row =
                "%s  %-10s  %-19s  %-19s  %s"
                        .formatted(pad(name, width), status, created, modified, reason);
        out.println(row.stripTrailing());
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    @Override
    public void nextToken(String token) {
        // A table has no place for it.
    }

    @Override
    public void close() {
        out.flush();
    }

    private static String reason(ProcessingJob job) {
        return job.failureReason()
                .or(job::exitMessage)
                .map(message -> VisibleText.of(message.text()))
                .orElse("");
    }
}
