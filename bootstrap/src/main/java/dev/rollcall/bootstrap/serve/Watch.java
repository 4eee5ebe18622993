package dev.rollcall.bootstrap.serve;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.bootstrap.settings.AdminOptions;
import dev.rollcall.bootstrap.settings.ListenOptions;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.http.admin.AdminServer;
import dev.rollcall.http.admin.Metrics;
import dev.rollcall.http.observed.AccessLog;
import dev.rollcall.http.observed.RequestObserver;

import java.io.IOException;
import java.util.Optional;

/// Those who watch a service: what asks for its health and its metrics, and its access log.
final class Watch implements AutoCloseable {

    /// Nothing to ask, and nobody who counts.
    static final Watch NONE = new Watch(Optional.empty(), Optional.empty());

    /// The port of health and metrics.
    private record Admin(AdminServer server, Metrics metrics, Readiness readiness) {}

    private final Optional<Admin> admin;
    private final Optional<AccessLog> accessLog;

    private Watch(Optional<Admin> admin, Optional<AccessLog> accessLog) {
        this.admin = admin;
        this.accessLog = accessLog;
    }

    /// Starts to listen for those who ask, before there is anything to be ready for.
    ///
    /// @throws UserError if it can't listen there
    static Watch start(AdminOptions options, boolean hasAccessLog) {
        var port = options.port();
        return new Watch(
                port.isPresent()
                        ? Optional.of(admin(options.host(), port.getAsInt()))
                        : Optional.empty(),
                hasAccessLog ? Optional.of(new AccessLog()) : Optional.empty());
    }

    private static Admin admin(String host, int port) {
        var readiness = new Readiness(Readiness.PATIENCE);
        var metrics = new Metrics();
        var server = new AdminServer(host, port, readiness, metrics::text);
        try {
            server.start();
        } catch (IOException e) {
            metrics.close();
            throw new UserError(
                    "Rollcall can't listen on %s:%d for --admin-port: %s"
                            .formatted(host, port, e.getMessage()),
                    ListenOptions.isOfThisMachine(host)
                            ? "stop what listens there, or choose another --admin-port (0 takes a"
                                    + " free one)."
                            : "choose an --admin-host of this machine (0.0.0.0 means all of its"
                                    + " addresses).",
                    e);
        }
        return new Admin(server, metrics, readiness);
    }

    /// Where to ask, for people to read.
    Optional<String> line() {
        return admin.map(it -> "Health and metrics: " + it.server().uri());
    }

    RequestObserver requests() {
        RequestObserver log =
                accessLog.<RequestObserver>map(it -> it).orElse(RequestObserver.NOBODY);
        return admin.map(it -> log.and(it.metrics())).orElse(log);
    }

    ObserveScans scans() {
        return admin.<ObserveScans>map(Admin::metrics).orElse(ObserveScans.NOBODY);
    }

    void serving(ProcessingJobStore store) {
        admin.ifPresent(
                it -> {
                    it.metrics().connections(store::connectionUse);
                    it.readiness().serving(store);
                });
    }

    void stopping() {
        admin.ifPresent(it -> it.readiness().stopping());
    }

    /// Ends last, so that one can ask how the service ends.
    @Override
    public void close() {
        accessLog.ifPresent(AccessLog::close);
        admin.ifPresent(
                it -> {
                    it.server().close();
                    it.metrics().close();
                });
    }
}
