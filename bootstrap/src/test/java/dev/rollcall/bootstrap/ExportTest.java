package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.files.AtomicFile;
import dev.rollcall.contract.AdversarialJobs;
import dev.rollcall.contract.ReferenceStore;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.json.JobLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Backup, restore and migration, over real H2 files.
class ExportTest {

    @TempDir private Path dir;

    private Path path(String name) {
        return dir.resolve(name);
    }

    private Path exported(String data, String file) {
        assertThat(run("export", path(file).toString(), "--data", path(data).toString()))
                .isEqualTo(new Outcome(0, "", "exported 144" + System.lineSeparator()));
        return path(file);
    }

    private void imported(Path file, String data) {
        assertThat(
                        run(
                                        "import",
                                        file.toString(),
                                        "--data",
                                        path(data).toString(),
                                        "--max-ahead",
                                        H2Commands.UNLIMITED)
                                .out())
                .startsWith("imported 144, unchanged 0, refused 0");
    }

    private List<ProcessingJob> keepNastyJobs() {
        var random = new AdversarialJobs(71);
        List<ProcessingJob> jobs = random.jobs(random.scopes(), 48);
        try (var store = H2Store.open(path("first"))) {
            store.upsert(jobs);
        }
        return jobs;
    }

    @Test
    void what_is_exported_and_imported_elsewhere_is_exported_there_byte_for_byte()
            throws IOException {
        List<ProcessingJob> jobs = keepNastyJobs();
        Path plain = exported("first", "plain.jsonl");
        Path zipped = exported("first", "zipped.jsonl.gz");

        imported(plain, "second");
        imported(zipped, "third");

        assertThat(exported("second", "second.jsonl")).hasSameBinaryContentAs(plain);
        try (var unzipped = new GZIPInputStream(Files.newInputStream(zipped))) {
            assertThat(unzipped).hasSameContentAs(Files.newInputStream(plain));
        }
        assertThat(exported("third", "third.jsonl.gz")).hasSameBinaryContentAs(zipped);
        List<ProcessingJob> arrived = new ArrayList<>();
        try (var store = H2Store.open(path("third"))) {
            store.readAll(it -> arrived.add(it.job()));
        }
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void one_job_is_one_line_as_aws_spells_it() throws IOException {
        String line =
                """
                {"CreationTime":1.7172000005E9,"FailureReason":"no \uD83D\uDE80",\
                "LastModifiedTime":1.717200001E9,"ProcessingJobArn":\
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a",\
                "ProcessingJobName":"a","ProcessingJobStatus":"Failed"}
                """;
        Path file = Files.writeString(path("in"), line);
        run("import", file.toString(), "--data", path("data").toString());

        run("export", path("out").toString(), "--data", path("data").toString());

        assertThat(path("out")).hasContent(line).hasSize(line.getBytes(UTF_8).length);
    }

    /// AWS wrote such ARNs until late 2022.
    @Test
    void an_arn_with_the_name_in_lower_case_is_listed_and_exported_as_it_came() throws IOException {
        String line =
                """
                {"CreationTime":1.7172000005E9,"LastModifiedTime":1.717200001E9,\
                "ProcessingJobArn":\
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/clarify-bias-1",\
                "ProcessingJobName":"Clarify-Bias-1","ProcessingJobStatus":"Completed"}
                """;
        Path file = Files.writeString(path("in"), line);
        String data = path("data").toString();

        assertThat(run("import", file.toString(), "--data", data).out())
                .startsWith("imported 1, unchanged 0, refused 0");

        assertThat(run("list", "--data", data, "--output", "jsonl").out()).isEqualTo(line);
        run("export", path("out").toString(), "--data", data);
        assertThat(path("out")).hasContent(line);
    }

    @Test
    void an_export_of_no_jobs_is_an_empty_file_that_can_be_imported() {
        H2Store.open(path("data")).close();

        var export = run("export", path("out").toString(), "--data", path("data").toString());

        assertThat(export.err()).startsWith("exported 0");
        assertThat(path("out")).isEmptyFile();
        assertThat(run("import", path("out").toString(), "--data", path("data").toString()))
                .extracting(Outcome::status)
                .isEqualTo(0);
    }

    @Test
    void an_export_is_readable_by_its_owner_only() throws IOException {
        keepNastyJobs();

        assertThat(Files.getPosixFilePermissions(exported("first", "jobs.jsonl")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_file_that_is_there_is_not_overwritten() throws IOException {
        Path file = Files.writeString(path("precious"), "precious");

        var outcome = run("export", file.toString(), "--data", path("data").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("precious already exists."),
                        second -> assertThat(second).startsWith("Recommended action: "));
        assertThat(file).hasContent("precious");
        assertThat(path("data")).doesNotExist();
    }

    @Test
    void a_place_that_cannot_be_written_is_told() {
        keepNastyJobs();

        var outcome = run("export", path("no/such").toString(), "--data", path("first").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("failed: ", "Recommended action: ");
    }

    @Test
    void a_store_that_breaks_off_leaves_no_file() {
        var away = new StorageUnavailable("away", new IOException("cut"));
        var jobs = new AdversarialJobs(72);
        var breaking =
                new ExportProcessingJobs(
                        reader -> {
                            jobs.jobs(jobs.scopes(), 40).stream()
                                    .map(JobDescription::new)
                                    .forEach(reader);
                            throw away;
                        });

        assertThatThrownBy(
                        () -> AtomicFile.create(path("out"), out -> JobLines.write(breaking, out)))
                .isSameAs(away);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void a_full_disk_is_reported() throws IOException {
        var store = new ReferenceStore();
        var random = new AdversarialJobs(73);
        store.upsert(random.jobs(random.scopes(), 48));
        var full = new IOException("No space left on device");
        try (var disk = new FullDisk(full)) {
            assertThatThrownBy(() -> JobLines.write(new ExportProcessingJobs(store), disk))
                    .isSameAs(full);
        }
    }

    private static final class FullDisk extends OutputStream {

        private final IOException full;

        private FullDisk(IOException full) {
            this.full = full;
        }

        @Override
        public void write(int b) throws IOException {
            throw full;
        }
    }

    @Test
    void what_took_the_name_in_the_meantime_stays() throws IOException {
        Path file = path("out");

        assertThatThrownBy(
                        () ->
                                AtomicFile.create(
                                        file, _ -> Files.writeString(file, "somebody else's")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("somebody else's");
        assertThat(dir.toFile().list()).containsExactly("out");
    }
}
