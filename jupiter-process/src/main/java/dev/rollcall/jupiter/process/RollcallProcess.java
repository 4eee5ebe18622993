package dev.rollcall.jupiter.process;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Rollcall for each test, in a process of its own: in memory, on a free port, with jobs whose
/// lives are simulated, and a clock that the test sets. The test runs on Java 17 or newer; the
/// process finds its own Java.
///
/// ```java
/// @RegisterExtension private final RollcallProcess rollcall = new RollcallProcess();
/// ```
public final class RollcallProcess implements BeforeEachCallback, AfterEachCallback {

    private static final Pattern READY = Pattern.compile("Rollcall is listening on (\\S+) .*");

    private record Running(Process process, URI endpoint) {}

    private final List<String> command;
    private Optional<Running> running = Optional.empty();

    /// Of the program that the variable `RUN_ROLLCALL` names, or else `rollcall`.
    public RollcallProcess() {
        this(Optional.ofNullable(System.getenv("RUN_ROLLCALL")).orElse("rollcall"), "serve");
    }

    /// @param command what starts a server that keeps nothing: the path of `rollcall`, `serve`, and
    ///   more of its options, such as `--outcome`, `Completed after 1s`
    public RollcallProcess(String... command) {
        this.command = List.of(command);
    }

    /// The endpoint for clients.
    ///
    /// @throws IllegalStateException if no test runs; so for all of these
    public URI endpoint() {
        return running.orElseThrow(() -> new IllegalStateException("no test runs")).endpoint();
    }

    /// Puts the clock of the jobs forward. From then on it stands still.
    public void advance(Duration by) {
        setClock("{\"AdvanceSeconds\": %s}".formatted(seconds(by)));
    }

    /// Sets the clock of the jobs. From then on it stands still.
    public void setTime(Instant time) {
        setClock("{\"Time\": %s}".formatted(seconds(Duration.between(Instant.EPOCH, time))));
    }

    /// Lets the clock of the jobs go with the world again.
    public void release() {
        setClock("{}");
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }

    private void setClock(String body) {
        post(HttpRequest.newBuilder(endpoint()).header("X-Amz-Target", "Rollcall.SetClock"), body);
    }

    /// Stores jobs as they are. They have no simulated life.
    ///
    /// @param jobs each in JSON, as `aws sagemaker describe-processing-job` prints it
    /// @throws IllegalArgumentException if one of them is refused
    public void add(String... jobs) {
        var events = HttpRequest.newBuilder(endpoint().resolve("/events"));
        String answer = post(events, String.join("\n", jobs));
        if (!answer.endsWith("\"refused\":[]}")) {
            throw new IllegalArgumentException(answer);
        }
    }

    private static String post(HttpRequest.Builder to, String body) {
        var request = to.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            var answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of("--storage", "memory", "--simulate", "--port", "0", "--drain", "1"));
        var process =
                new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            running = Optional.of(new Running(process, announced(process)));
        } finally {
            if (running.isEmpty()) {
                process.destroyForcibly();
            }
        }
    }

    private static URI announced(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = Optional.ofNullable(output.readLine()).orElse("nothing");
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new IOException("Rollcall did not start; it said: " + line);
        }
        return URI.create(ready.group(1));
    }

    /// Nothing of it is to be kept, so it need not stop in order.
    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        if (running.isPresent()) {
            running.get().process().destroyForcibly().waitFor();
            running = Optional.empty();
        }
    }
}
