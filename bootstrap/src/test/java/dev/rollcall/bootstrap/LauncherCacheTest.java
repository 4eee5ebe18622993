package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// When the launcher of an archive uses and makes Java's cache of classes, with a script in the
/// place of Java.
class LauncherCacheTest {

    /// Writes the cache if it is asked to, and else what it was started with.
    private static final String JAVA =
            """
            #!/usr/bin/env bash
            for argument; do
              case $argument in
                -XX:AOTCacheOutput=*) echo classes > "${argument#*=}"; exit ;;
              esac
            done
            echo "$@"
            """;

    @TempDir private Path home;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    private Path cache;

    @BeforeEach
    void install() throws IOException {
        cache = home.resolve("cache");
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.copy(
                Path.of("..", "rollcall"),
                bin.resolve("rollcall"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(Files.createDirectory(home.resolve("lib")).resolve("rollcall.jar"), "1");
        Path java = Files.createDirectories(home.resolve("runtime/bin")).resolve("java");
        assertThat(Files.writeString(java, JAVA).toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("runtime/release"), "JAVA_VERSION=\"99\"\n");
    }

    private String run(String command, Path directory) throws Exception {
        var builder = new ProcessBuilder(home.resolve("bin/rollcall").toString(), command);
        builder.environment().put("ROLLCALL_CACHE", directory.toString());
        var process = processes.start(builder.redirectErrorStream(true));
        String output = process.inputReader(UTF_8).readAllAsString();
        process.waitFor();
        return output;
    }

    private List<Path> caches() throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (var files = Files.list(cache)) {
            return files.toList();
        }
    }

    private void awaitOneCache() throws Exception {
        while (caches().size() != 1 || !caches().getFirst().toString().endsWith(".aot")) {
            Thread.sleep(20);
        }
    }

    @Test
    void a_cache_that_was_made_before_is_used() throws Exception {
        assertThat(run("warm", cache)).startsWith("The cache is " + cache);
        assertThat(run("list", cache)).contains("-XX:AOTCache=" + caches().getFirst());
    }

    @Test
    void the_first_command_makes_the_cache_and_does_not_wait_for_it() throws Exception {
        assertThat(run("list", cache)).doesNotContain("AOTCache").endsWith(" list\n");
        awaitOneCache();
        assertThat(run("list", cache)).contains("-XX:AOTCache=" + caches().getFirst());
    }

    @Test
    void a_cache_of_other_jars_or_of_another_java_is_not_used_but_made_anew() throws Exception {
        for (String changed : List.of("lib/rollcall.jar", "runtime/release")) {
            run("warm", cache);
            Path before = caches().getFirst();
            Files.writeString(home.resolve(changed), "JAVA_VERSION=\"100\"\n");

            assertThat(run("list", cache)).doesNotContain("AOTCache");
            while (Files.exists(before)) {
                Thread.sleep(20);
            }
            awaitOneCache();
        }
    }

    @Test
    void where_nothing_can_be_written_commands_run_without_a_cache_and_without_a_word()
            throws Exception {
        Path nowhere = Path.of("/dev/null/cache");

        assertThat(run("list", nowhere))
                .doesNotContain("AOTCache")
                .endsWith(" list\n")
                .hasLineCount(1);
        assertThat(run("warm", nowhere)).contains("Recommended action: ", "ROLLCALL_CACHE");
    }

    @Test
    void a_cache_that_is_switched_off_is_neither_used_nor_made() throws Exception {
        assertThat(run("list", Path.of("off"))).doesNotContain("AOTCache");
        assertThat(run("warm", Path.of("off"))).contains("There is no directory for the cache.");
    }
}
