package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The program in README.md is complete: it compiles for Java 21 and runs with `domain` and
/// `application` alone on the class path, and prints what the text below it says.
class ReadmeExampleTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```java\n(.+?)```\n\nIt prints `(.+?)`", Pattern.DOTALL);

    @TempDir private Path classes;

    @Test
    void the_program_in_the_readme_prints_what_the_readme_says() throws Exception {
        var example = EXAMPLE.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(example.find()).as("a program, and what it prints").isTrue();

        compile(example.group(1));

        assertThat(run()).isEqualToIgnoringNewLines(example.group(2));
    }

    private void compile(String program) throws Exception {
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///Embedded.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return program;
                    }
                };
        var classPath =
                Path.of(domain().toURI()) + File.pathSeparator + Path.of(application().toURI());
        var options = List.of("--release", "21", "-cp", classPath, "-d", classes.toString());
        var messages = new StringWriter();
        boolean compiled =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(messages, null, null, options, null, List.of(source))
                        .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private String run() throws Exception {
        var urls = new URL[] {domain(), application(), classes.toUri().toURL()};
        var standardOutput = System.out;
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                var out = new PrintStream(printed, true, UTF_8)) {
            System.setOut(out);
            loader.loadClass("Embedded")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(UTF_8);
    }

    private static URL domain() {
        return locationOf(Scope.class);
    }

    private static URL application() {
        return locationOf(ListProcessingJobs.class);
    }

    private static URL locationOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
