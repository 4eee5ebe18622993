package dev.rollcall.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.rollcall.application.PartlyStored;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.UpsertProcessingJobs;
import dev.rollcall.cli.output.OutputForm;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.contract.ReferenceStore;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// How jobs get from a file into a store: by several at once, none lost and none counted twice.
class ImporterTest {

    private static final int BATCH = Importer.BATCH;

    private static InputStream lines(int jobs) {
        var made = IntStream.range(0, jobs).mapToObj(i -> JobBuilder.job("job-" + i).build());
        var text = new StringWriter();
        try (var printer = OutputForm.jsonl.printer(new PrintWriter(text))) {
            printer.print(made.toList());
        }
        return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
    }

    private static Importer into(UpsertProcessingJobs store) {
        return into(new RecordProcessingJobs(store), new StringWriter());
    }

    private static Importer into(RecordProcessingJobs jobs, StringWriter err) {
        return new Importer(
                BatchTarget.of(jobs),
                () -> JobBuilder.CREATED,
                Duration.ofDays(1),
                new PrintWriter(err, true));
    }

    @Test
    void several_batches_are_recorded_at_once_and_all_are_counted() throws IOException {
        var store = new ReferenceStore();
        var together = new CountDownLatch(BatchWriters.THREADS);
        var importer =
                into(
                        (batch, horizon) -> {
                            together.countDown();
                            await(together);
                            return store.upsert(batch, horizon);
                        });
        try (importer) {
            importer.read("jobs", lines(4 * BATCH + 7));
            importer.read("again", lines(3));
        }
        assertThat(importer.summary())
                .isEqualTo("imported %d, unchanged 3, refused 0".formatted(4 * BATCH + 7));
    }

    @Test
    void a_storage_that_is_slower_than_the_file_holds_the_reading_up() throws IOException {
        int batches = 3 * BatchWriters.AT_ONCE;
        String batchAndRefusal = new String(lines(BATCH).readAllBytes(), UTF_8) + "1\n";
        var in = new ByteArrayInputStream(batchAndRefusal.repeat(batches).getBytes(UTF_8));
        var reader = Thread.currentThread();
        var refusals = new StringWriter();
        var recorded = new AtomicInteger();
        var ahead = new AtomicInteger();
        var jobs =
                new RecordProcessingJobs(
                        (batch, _) -> {
                            awaitWaiting(reader);
                            int read = (int) refusals.toString().lines().count();
                            ahead.accumulateAndGet(read - recorded.get(), Math::max);
                            recorded.incrementAndGet();
                            return batch.size();
                        });
        var importer = into(jobs, refusals);
        try (importer) {
            importer.read("jobs", in);
        }
        assertThat(ahead).hasValue(BatchWriters.AT_ONCE);
        assertThat(importer.summary())
                .isEqualTo(
                        "imported %d, unchanged 0, refused %d".formatted(batches * BATCH, batches));
    }

    @Test
    void the_first_failure_ends_the_import_and_what_was_recorded_is_counted() {
        var store = new ReferenceStore();
        var calls = new AtomicInteger();
        var away = new StorageUnavailable("away", new IOException("cut"));
        var importer =
                into(
                        (batch, horizon) -> {
                            if (calls.incrementAndGet() == 3) {
                                throw away;
                            }
                            return store.upsert(batch, horizon);
                        });

        assertThatThrownBy(
                        () -> {
                            try (importer) {
                                importer.read("jobs", lines(40 * BATCH));
                            }
                        })
                .isSameAs(away);

        var kept = new AtomicInteger();
        store.readAll(_ -> kept.incrementAndGet());
        assertThat(importer.summary())
                .isEqualTo("imported %d, unchanged 0, refused 0".formatted(kept.get()));
        assertThat(calls).hasValueLessThanOrEqualTo(3 + BatchWriters.AT_ONCE);
    }

    @Test
    void records_with_large_details_are_handed_over_a_few_at_a_time() throws IOException {
        String environment = "\"Environment\":{\"A\":\"%s\"}".formatted("x".repeat(250_000));
        String large =
                new String(lines(40).readAllBytes(), UTF_8)
                        .replace("}\n", "," + environment + "}\n");
        var batches = new ConcurrentLinkedQueue<Integer>();
        var importer =
                into(
                        (batch, horizon) -> {
                            batches.add(batch.size());
                            return batch.size();
                        });
        try (importer) {
            importer.read("jobs", new ByteArrayInputStream(large.getBytes(UTF_8)));
        }
        assertThat(batches).containsExactlyInAnyOrder(17, 17, 6);
    }

    @Test
    void what_a_store_had_of_the_batch_that_failed_is_counted() {
        var importer =
                into(
                        (batch, horizon) -> {
                            throw new PartlyStored("away", new IOException("cut"), 1_000);
                        });
        assertThatThrownBy(
                        () -> {
                            try (importer) {
                                importer.read("jobs", lines(BATCH));
                            }
                        })
                .isInstanceOf(PartlyStored.class);
        assertThat(importer.summary()).isEqualTo("imported 1000, unchanged 0, refused 0");
    }

    @Test
    void a_file_that_breaks_off_is_recorded_as_far_as_it_goes() throws IOException {
        var importer = into(new ReferenceStore());
        var torn = InputStream.nullInputStream();
        torn.close();

        assertThatThrownBy(
                        () -> {
                            try (importer) {
                                importer.read("jobs", new SequenceInputStream(lines(1_500), torn));
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasMessage("Stream closed");
        assertThat(importer.summary()).isEqualTo("imported 1500, unchanged 0, refused 0");
    }

    @Test
    void a_record_further_ahead_of_the_clock_than_allowed_is_refused() throws IOException {
        var printed = new StringWriter();
        var importer = into(new RecordProcessingJobs(new ReferenceStore()), printed);
        var day = JobBuilder.CREATED.plus(Duration.ofDays(1));
        var text = new StringWriter();
        try (var printer = OutputForm.jsonl.printer(new PrintWriter(text))) {
            printer.print(
                    List.of(
                            JobBuilder.job("tomorrow").modified(day).build(),
                            JobBuilder.job("later").modified(day.plusMillis(1)).build()));
        }
        try (importer) {
            importer.read("jobs", new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
        }

        assertThat(importer.summary()).isEqualTo("imported 1, unchanged 0, refused 1");
        assertThat(printed.toString())
                .startsWith(
                        "jobs:2: LastModifiedTime is %s, more than".formatted(day.plusMillis(1)))
                .contains("1d ahead of the clock (%s)".formatted(JobBuilder.CREATED));
    }

    @Test
    void the_first_hundred_refusals_are_printed_and_the_rest_is_counted() throws IOException {
        var printed = new StringWriter();
        var importer = into(new RecordProcessingJobs(new ReferenceStore()), printed);
        try (importer) {
            importer.read("one", text("{\"x\":1}\n".repeat(60)));
            importer.read("two", text("{\"x\":1}\n".repeat(100_000) + "text\n".repeat(9)));
        }

        assertThat(importer.summary()).isEqualTo("imported 0, unchanged 0, refused 100069");
        assertThat(printed.toString().lines())
                .hasSize(100)
                .startsWith("one:1: neither a job nor a listing of jobs nor an event of one")
                .endsWith("two:40: neither a job nor a listing of jobs nor an event of one");
        assertThat(importer.notes()).containsExactly("and 99969 more were refused");
    }

    @Test
    void lines_that_are_refused_together_are_counted_each() throws IOException {
        var printed = new StringWriter();
        var importer = into(new RecordProcessingJobs(new ReferenceStore()), printed);
        try (importer) {
            importer.read("jobs", text("some\n\ntext\n"));
        }

        assertThat(importer.summary()).isEqualTo("imported 0, unchanged 0, refused 2");
        assertThat(printed.toString().lines())
                .containsExactly("jobs:1: not a JSON object (2 lines)");
        assertThat(importer.notes()).isEmpty();
    }

    @Test
    void times_without_a_zone_are_said_to_be_read_as_utc() throws IOException {
        var store = new ReferenceStore();
        var importer = into(store);
        var job =
                """
                {"ProcessingJobName":"%1$s","ProcessingJobStatus":"Failed","CreationTime":"%2$s",
                "ProcessingJobArn":"arn:aws:sagemaker:us-east-1:123456789012:processing-job/%1$s"}
                """;
        try (importer) {
            importer.read(
                    "jobs",
                    text(
                            job.formatted("a", "2023-11-14 22:13:20")
                                    + job.formatted("b", "2023-11-14 22:13:20Z")
                                    + job.formatted("c", "20231114T221320")));
        }

        assertThat(importer.notes())
                .containsExactly("Records with a time without a zone, read as UTC: 2");
        store.readAll(it -> assertThat(it.job().creationTime()).isEqualTo("2023-11-14T22:13:20Z"));
    }

    @Test
    void a_page_without_jobs_is_not_taken_for_one_of_the_page_before() throws IOException {
        var importer = into(new ReferenceStore());
        var page =
                """
                {"ProcessingJobSummaries":[{"ProcessingJobName":"a","ProcessingJobStatus":"Failed",
                "CreationTime":1,"ProcessingJobArn":"arn:aws:sagemaker:%s:123456789012:%s"}],
                "NextToken":"x"}
                """;
        try (importer) {
            importer.read("here", text(page.formatted("us-east-1", "processing-job/a")));
            importer.read("end", text("{\"ProcessingJobSummaries\":[]}"));
            importer.read("there", text(page.formatted("eu-west-1", "processing-job/a")));
        }

        assertThat(importer.notes())
                .first()
                .asString()
                .contains("us-east-1, account 123456789012 in eu-west-1 goes on");
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
