package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The password of PostgreSQL is changed, and written into the server's file only later.
record RotatedPassword() implements Scenario {

    @Override
    public String name() {
        return "password-rotated";
    }

    @Override
    public String fault() {
        return """
        PostgreSQL's password changed and all its connections ended; the new one in \
        `--password-file` at once, and after 3 s\
        """;
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        Path file = directory.resolve("password");
        try (var store = PostgresProcess.in(directory.resolve("postgres"))) {
            store.execute("CREATE ROLE rollcall LOGIN");
            store.execute("GRANT CREATE ON DATABASE postgres TO rollcall");
            store.askForPasswords();
            change(store, "first");
            SecretFile.write(file, "first");
            var options =
                    List.of(
                            "--storage",
                            "postgres",
                            "--url",
                            PostgresProcess.url(store.port()),
                            "--user",
                            "rollcall",
                            "--password-file",
                            file.toString());
            try (var subject = new Subject("192m", options)) {
                subject.start();
                try (var trial =
                        Trial.start(subject, new Mix(4, 4, 2, 20), new Requests.Open(), pace)) {
                    var before = trial.rest();
                    for (long late : new long[] {0, 3_000}) {
                        trial.suffer(
                                Harm.REFUSED,
                                () -> {
                                    change(store, "after " + late);
                                    Thread.sleep(pace.of(late));
                                },
                                () -> SecretFile.write(file, "after " + late));
                    }
                    return trial.end(before);
                }
            }
        }
    }

    private static void change(PostgresProcess store, String password) throws SQLException {
        store.execute("ALTER ROLE rollcall PASSWORD '%s'".formatted(password));
        store.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                        + " 'rollcall'");
    }
}
