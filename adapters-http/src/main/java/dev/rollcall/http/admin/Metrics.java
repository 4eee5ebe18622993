package dev.rollcall.http.admin;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.application.ObserveScans;
import dev.rollcall.domain.tokens.TokenRefusal;
import dev.rollcall.http.access.RefusalReason;
import dev.rollcall.http.observed.AnsweredRequest;
import dev.rollcall.http.observed.AnsweredRequest.Outcome;
import dev.rollcall.http.observed.RequestNotes.PageNote;
import dev.rollcall.http.observed.RequestNotes.RecordsNote;
import dev.rollcall.http.observed.RequestObserver;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// What the server has done, in numbers, as Prometheus reads them.
public final class Metrics implements RequestObserver, ObserveScans, AutoCloseable {

    /// From a cached page to one that has used up its budget.
    private static final Duration[] LATENCIES =
            List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private static final double[] FILLS = {0.001, 0.25, 0.5, 0.75, 0.999, 1};
    private static final double[] ENTRIES = {100, 1_000, 10_000, 100_000, 1_000_000};

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final DistributionSummary fill;
    private final DistributionSummary entries;
    private final Counter stopped;
    private final Counter shortPages;

    public Metrics() {
        fill =
                DistributionSummary.builder("rollcall.page.fill")
                        .description("Jobs of a page, divided by how many were asked for")
                        .serviceLevelObjectives(FILLS)
                        .register(registry);
        entries =
                DistributionSummary.builder("rollcall.scan.entries")
                        .description("Index entries that a scan examined or counted")
                        .serviceLevelObjectives(ENTRIES)
                        .register(registry);
        stopped =
                Counter.builder("rollcall.scans.stopped")
                        .description("Scans that ended because their budget was spent")
                        .register(registry);
        shortPages =
                Counter.builder("rollcall.pages.short")
                        .description("Pages answered before they were full, with a token")
                        .register(registry);
        for (TokenRefusal reason : TokenRefusal.values()) {
            tokenRefusals(reason);
        }
        for (RefusalReason reason : RefusalReason.values()) {
            signatureRefusals(reason);
        }
        List.of("changed", "unchanged", "refused").forEach(this::records);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /// Measures from now on how the connections of a store are used.
    public void connections(Supplier<ConnectionUse> use) {
        gauge(use, "busy", ConnectionUse::busy);
        gauge(use, "idle", ConnectionUse::idle);
        Gauge.builder("rollcall.store.waiting", use, it -> it.get().waiting())
                .description("Threads that wait for a connection to the store")
                .strongReference(true)
                .register(registry);
    }

    private void gauge(
            Supplier<ConnectionUse> use, String state, ToDoubleFunction<ConnectionUse> count) {
        Gauge.builder("rollcall.store.connections", use, it -> count.applyAsDouble(it.get()))
                .description("Connections to the store")
                .tag("state", state)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void answered(AnsweredRequest request) {
        var notes = request.notes();
        requests(notes.operation(), request.outcome()).record(request.took());
        notes.page().ifPresent(this::count);
        notes.records().ifPresent(this::count);
        notes.tokenRefusal().ifPresent(reason -> tokenRefusals(reason).increment());
        notes.refusal().ifPresent(claim -> signatureRefusals(claim.reason()).increment());
    }

    private void count(PageNote page) {
        fill.record((double) page.items() / page.asked());
        if (page.isShort()) {
            shortPages.increment();
        }
    }

    private void count(RecordsNote note) {
        records("changed").increment(note.changed());
        records("unchanged").increment(note.unchanged());
        records("refused").increment(note.refused());
    }

    @Override
    public void scanned(int examined, boolean isStopped) {
        entries.record(examined);
        if (isStopped) {
            stopped.increment();
        }
    }

    /// The text of all of them.
    public String text() {
        return registry.scrape();
    }

    private Timer requests(String operation, Outcome outcome) {
        return Timer.builder("rollcall.requests")
                .description("Requests, and how long they took")
                .tag("operation", operation)
                .tag("outcome", label(outcome))
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private Counter tokenRefusals(TokenRefusal reason) {
        return Counter.builder("rollcall.token.refusals")
                .description("Page tokens that were refused")
                .tag("reason", label(reason))
                .register(registry);
    }

    private Counter signatureRefusals(RefusalReason reason) {
        return Counter.builder("rollcall.signature.refusals")
                .description("Requests whose client was not let in")
                .tag("reason", label(reason))
                .register(registry);
    }

    private Counter records(String result) {
        return Counter.builder("rollcall.records")
                .description("Records of jobs that were taken in, by what became of them")
                .tag("result", result)
                .register(registry);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
