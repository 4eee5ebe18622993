package dev.rollcall.cli.remote;

import dev.rollcall.application.PartlyStored;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.importing.BatchTarget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.json.JobLines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The intake of a server that is running. Any number of threads may use it.
///
/// A server that is away or busy is tried again for a while: what it has acknowledged is recorded,
/// and sending the rest twice does no harm.
public final class RemoteIntake implements BatchTarget, AutoCloseable {

    /// Far below what an intake takes: details of a job may have 256 KiB.
    private static final int RECORDS_AT_ONCE = 500;

    private static final int BYTES_AT_ONCE = 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final URI events;
    private final Optional<String> key;
    private final Patience patience;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /// @param url the server, such as `https://rollcall.example.com`
    /// @param key what to present as `X-Api-Key`; nothing if the server asks for no key
    /// @param patience how long a server that does not answer is tried again
    /// @param notices takes what a person should know meanwhile, a line at a time
    /// @throws UserError if the URL is none of HTTP or HTTPS
    public RemoteIntake(
            String url, Optional<String> key, Duration patience, Consumer<String> notices) {
        this.events = events(url);
        this.key = key;
        this.patience = new Patience(url, patience, notices);
    }

    private static URI events(String url) {
        try {
            URI server = URI.create(url.replaceFirst("/+$", ""));
            boolean isHttp =
                    "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            if (isHttp && server.getHost() != null && server.getUserInfo() == null) {
                return server.getPath().endsWith("/events")
                        ? server
                        : URI.create(server + "/events");
            }
        } catch (IllegalArgumentException e) {
            throw notHttp(url, e);
        }
        throw notHttp(url, new IllegalArgumentException("neither HTTP nor HTTPS"));
    }

    private static UserError notHttp(String url, IllegalArgumentException cause) {
        return new UserError(
                "'%s' is not the address of a server.".formatted(url),
                "give one such as --to http://127.0.0.1:8080; a key belongs into --key-file.",
                cause);
    }

    @Override
    public Outcome record(List<JobDescription> batch, Instant horizon) {
        int changed = 0;
        int unchanged = 0;
        List<String> refused = new ArrayList<>();
        try {
            for (byte[] part : parts(batch)) {
                IntakeAnswer answer = send(part);
                changed += answer.recorded();
                unchanged += answer.unchanged();
                refused.addAll(answer.refused());
            }
        } catch (StorageUnavailable e) {
            throw changed == 0 ? e : new PartlyStored(FailureText.of(e), e, changed);
        }
        return new Outcome(changed, unchanged, refused);
    }

    /// The records as JSON Lines, in parts that one request may hold.
    private static List<byte[]> parts(List<JobDescription> batch) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        while (from < batch.size()) {
            int to = Math.min(from + RECORDS_AT_ONCE, batch.size());
            byte[] lines = JobLines.of(batch.subList(from, to));
            while (lines.length > BYTES_AT_ONCE && to - from > 1) {
                to = from + (to - from) / 2;
                lines = JobLines.of(batch.subList(from, to));
            }
            parts.add(lines);
            from = to;
        }
        return parts;
    }

    private IntakeAnswer send(byte[] lines) {
        var request = HttpRequest.newBuilder(events).timeout(ANSWER_TIMEOUT);
        request.header("Content-Type", "application/x-ndjson");
        key.ifPresent(secret -> request.header("X-Api-Key", secret));
        var post = request.POST(BodyPublishers.ofByteArray(lines)).build();
        return patience.untilAnswered(() -> answer(post));
    }

    private IntakeAnswer answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new TryAgain(
                    "it answers with status " + status,
                    response.headers().firstValue("Retry-After").flatMap(TryAgain::seconds));
        }
        return IntakeAnswer.read(events, status, response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
