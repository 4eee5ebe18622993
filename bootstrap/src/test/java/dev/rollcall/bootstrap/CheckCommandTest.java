package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

/// Indexes are compared with their tables for who asks, and mended for who wants that.
class CheckCommandTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) throws IOException {
        h2 = new H2Commands(dir);
        h2.imports(TWO_LINES);
    }

    /// Takes the entry of one job out of an index, through H2's engine.
    private void tear(String name) throws Exception {
        String url = "jdbc:h2:file:" + Path.of(h2.data()).resolve("rollcall");
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            var table = session.getDatabase().getSchema("PUBLIC").getTableOrView(session, "JOB");
            var rows = table.getScanIndex(session).find(session, null, null, false);
            rows.next();
            table.getSchema().getIndex(name).remove(session, rows.get());
            session.commit(false);
        }
    }

    private Outcome check(String... more) {
        return checked("--data", h2.data(), more);
    }

    private static Outcome checked(String option, String value, String... more) {
        var arguments = new ArrayList<>(List.of("check", "--port", "0", option, value));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /// What is wrong is a row of the table, with what to do below it.
    private static void assertWrong(Outcome outcome, String row) {
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).containsPattern(row + ".*\\R +Recommended action: ");
    }

    @Test
    void indexes_that_agree_are_listed_with_their_entries() {
        var outcome = check();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .first()
                .asString()
                .matches("TABLE +INDEX +ENTRIES +RESULT");
        assertThat(outcome.out().lines())
                .anyMatch(line -> line.matches("job +job_by_name +2  agrees"))
                .noneMatch(line -> line.contains("differ"))
                .anyMatch(line -> line.matches("CHECK +RESULT +DETAIL"))
                .anyMatch(line -> line.matches("indexes +ok +\\d+ agree with their tables"))
                .anyMatch(line -> line.matches("file modes +ok +.* is private"))
                .anyMatch(line -> line.matches("store +ok +h2: .* answers"))
                .anyMatch(line -> line.matches("token keys +ok .*"))
                .anyMatch(line -> line.matches("clock +ok .*"));
    }

    @Test
    void an_index_that_differs_is_told_until_it_is_mended() throws Exception {
        tear("JOB_BY_STATUS");

        for (int i = 0; i < 2; i++) {
            var outcome = check();
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.out())
                    .containsPattern("job +job_by_status +1  differs")
                    .containsPattern("indexes +WRONG +1 differ from their tables")
                    .containsPattern("Recommended action: .* --repair");
        }
        var repair = check("--repair");
        assertThat(repair.status()).isZero();
        assertThat(repair.out()).containsPattern("job_by_status +1  differed, mended");
        assertThat(check().status()).isZero();
    }

    @Test
    void the_next_start_mends_what_a_check_has_found() throws Exception {
        tear("JOB_BY_STATUS");
        check();

        var list = run("list", "--sort-by", "Status", "--data", h2.data());

        assertThat(list.out()).contains("Completed", "Failed");
        assertThat(check().status()).isZero();
    }

    @Test
    void a_directory_without_a_database_is_not_checked_nor_made() {
        Path nothing = h2.dir().resolve("nothing");
        assertWrong(checked("--data", nothing.toString()), "indexes +WRONG .* holds no database");
        assertThat(nothing).doesNotExist();
    }

    @Test
    void a_database_that_is_in_use_is_not_checked() {
        try (var _ = H2Store.open(Path.of(h2.data()))) {
            assertWrong(check(), "indexes +WRONG .* is in use by another process");
        }
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        assertWrong(
                checked(
                        "--storage",
                        "mongo",
                        "--url",
                        "mongodb://127.0.0.1:1/jobs?serverSelectionTimeoutMS=200"),
                "store +WRONG .* can't be used");
    }

    @Test
    void keys_certificates_and_ports_are_tried() throws IOException {
        var keys = Files.writeString(h2.dir().resolve("keys"), "[ada]\nnothing = 1\n");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        var missing = h2.dir().resolve("missing.pem").toString();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var outcome =
                    check(
                            "--auth=sigv4",
                            "--access-keys=" + keys,
                            "--tls-certificate=" + missing,
                            "--tls-key=" + missing,
                            "--admin-port=" + taken.getLocalPort());

            assertWrong(outcome, "access keys +WRONG .* are broken");
            assertWrong(outcome, "certificate +WRONG .* can't be used");
            assertWrong(outcome, "admin port +WRONG .* can't listen on ");
        }
    }

    @Test
    void a_data_directory_that_others_can_read_is_told() throws IOException {
        Path data = Path.of(h2.data());
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                Files.writeString(data.resolve("copy"), "jobs"),
                PosixFilePermissions.fromString("rw-r--r--"));

        assertWrong(check(), "file modes +WRONG .*copy");
    }
}
