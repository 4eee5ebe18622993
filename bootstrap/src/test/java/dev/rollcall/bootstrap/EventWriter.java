package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Posts the events of jobs of its own, a few at once, and remembers what was acknowledged. What
/// was not, it posts again to the next server, as EventBridge does.
final class EventWriter {

    private static final long START = 1_704_320_199_000L;
    private static final long STARTED_AFTER = 60_000;

    /// What a client of AWS sees of a job.
    ///
    /// @param started in milliseconds of the epoch, as is `ended`
    record Described(String status, String image, long started, Optional<Long> ended) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String prefix;
    private final Random random;
    private final Map<String, Described> acknowledged = new HashMap<>();
    private int next;
    private List<ToldJob> posting = List.of();

    EventWriter(int number) {
        this.prefix = "writer-%d-job-".formatted(number);
        this.random = new Random(number);
    }

    /// Posts until the server is gone.
    ///
    /// @param onAnswer called when something was acknowledged
    void writeTo(URI server, Runnable onAnswer) throws InterruptedException {
        while (true) {
            if (posting.isEmpty()) {
                int events = 1 + random.nextInt(5);
                posting = IntStream.range(next, next += events).mapToObj(this::told).toList();
            }
            try {
                post(server);
            } catch (IOException e) {
                return;
            }
            posting.forEach(told -> acknowledged.put(told.name(), described(told)));
            posting = List.of();
            onAnswer.run();
        }
    }

    private void post(URI server) throws IOException, InterruptedException {
        String body = posting.stream().map(ToldJob::event).collect(Collectors.joining());
        var request =
                HttpRequest.newBuilder(server.resolve("/events"))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /// The names of all jobs that were acknowledged.
    Set<String> acknowledged() {
        return acknowledged.keySet();
    }

    /// How an acknowledged job may be described after a kill: as it was acknowledged, or as the
    /// request had it that was not answered.
    Set<Described> possible(String name) {
        return Stream.concat(
                        Stream.ofNullable(acknowledged.get(name)),
                        posting.stream()
                                .filter(told -> told.name().equals(name))
                                .map(EventWriter::described))
                .collect(Collectors.toSet());
    }

    /// Each job is begun, and then ends.
    private ToldJob told(int event) {
        String name = prefix + event / 2;
        long created = START + event / 2 * 1_000L;
        long started = created + STARTED_AFTER;
        long ended = started + 600_000;
        boolean hasEnded = event % 2 == 1;
        String more =
                """
                ,"AppSpecification":{"ImageUri":"%s"},"ProcessingStartTime":%d%s\
                """
                        .formatted(
                                name, started, hasEnded ? ",\"ProcessingEndTime\":" + ended : "");
        return hasEnded
                ? new ToldJob(name, "Completed", created, ended, more)
                : new ToldJob(name, "InProgress", created, started, more);
    }

    private static Described described(ToldJob told) {
        return new Described(
                told.status(),
                told.name(),
                told.created() + STARTED_AFTER,
                Optional.of(told.modified()).filter(_ -> told.status().equals("Completed")));
    }
}
