package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.http.admin.Metrics;
import dev.rollcall.http.observed.AnsweredRequest;
import dev.rollcall.http.observed.RequestNotes;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Holds the documents to the names of the metrics that the server has.
class MetricsInDocumentsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern METRIC =
            Pattern.compile("\\b(rollcall|jvm|process|system)_[a-z]+(_[a-z]+)+\\b");
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)[{ ]");

    /// Also what appears with the first request.
    private static Set<String> exported() {
        try (var metrics = new Metrics()) {
            metrics.connections(() -> ConnectionUse.NONE);
            metrics.answered(
                    new AnsweredRequest("id", 200, Duration.ofMillis(1), new RequestNotes()));
            return found(SERIES, 1, metrics.text());
        }
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> namesIn(String document) throws IOException {
        return found(METRIC, 0, Files.readString(DOCS.resolve(document)));
    }

    @Test
    void the_dashboard_shows_metrics_that_there_are() throws IOException {
        assertThat(namesIn("grafana-dashboard.json")).hasSizeGreaterThan(12).isSubsetOf(exported());
    }

    @Test
    void the_guide_names_each_metric_of_rollcall_and_no_other() throws IOException {
        var families =
                exported().stream()
                        .filter(name -> name.startsWith("rollcall_"))
                        .map(name -> name.replaceFirst("_(bucket|count|sum|max)$", ""))
                        .collect(toCollection(TreeSet::new));
        var named = namesIn("operating.md");

        assertThat(named).containsAll(families);
        assertThat(named).allMatch(name -> families.contains(name) || exported().contains(name));
    }
}
