package dev.rollcall.bootstrap.serve;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.simulate.Simulation;
import dev.rollcall.bootstrap.settings.KeyFile;
import dev.rollcall.bootstrap.settings.ListenOptions;
import dev.rollcall.bootstrap.wiring.DaggerServerComponent;
import dev.rollcall.bootstrap.wiring.UseCaseComponent;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.FileWatch;
import dev.rollcall.cli.options.SecretOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.UseCases;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.TlsFiles;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server over a storage, from its start to a clean stop.
public final class Service implements AutoCloseable {

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(2);

    /// How long a second SIGTERM waits for the storage.
    private static final Duration LAST_MOMENT = Duration.ofMillis(500);

    private final UseCaseComponent useCases;
    private final HttpSettings http;
    private final SecretOptions secrets;
    private final Watch watch;
    private final RollcallServer server;
    private final String storage;
    private final FileWatch files = new FileWatch();
    private boolean closed;

    private Service(
            UseCaseComponent useCases,
            HttpSettings http,
            StorageSettings storage,
            SecretOptions secrets,
            Watch watch) {
        this.useCases = useCases;
        this.http = http;
        this.secrets = secrets;
        this.watch = watch;
        this.server =
                DaggerServerComponent.factory().create(useCases, http, watch.requests()).server();
        this.storage = storage.description();
    }

    /// Opens the storage with the default page budget; nothing listens yet. Files of secrets must
    /// be private.
    public static Service over(WiredStorages storages, StorageSettings storage, HttpSettings http) {
        return over(
                storages,
                storage,
                http,
                ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                new SecretOptions());
    }

    /// Opens the storage; nothing listens yet, and nobody watches.
    ///
    /// @param pageBudget how long a page may take; after that it is answered short
    /// @param secrets how open the file of the TLS key may be
    public static Service over(
            WiredStorages storages,
            StorageSettings storage,
            HttpSettings http,
            Duration pageBudget,
            SecretOptions secrets) {
        return over(storages, storage, http, pageBudget, secrets, Watch.NONE);
    }

    /// Opens the storage; nothing listens yet.
    ///
    /// @param watch who watches the service; it must be closed after it
    static Service over(
            WiredStorages storages,
            StorageSettings storage,
            HttpSettings http,
            Duration pageBudget,
            SecretOptions secrets,
            Watch watch) {
        var useCases = storages.observed(watch.scans()).open(storage, pageBudget);
        try {
            return new Service(useCases, http, storage, secrets, watch);
        } catch (UserError e) {
            useCases.close();
            throw e;
        }
    }

    /// Reads this file again now, since the storage may have been waited for, and whenever it
    /// changes.
    ///
    /// @throws UserError if it can't be read now
    public void watch(KeyFile<?> keys) {
        files.add(keys.description(), List.of(keys.file()), keys::reload);
        keys.reload();
    }

    /// Starts to listen, and returns when SIGTERM asks to stop.
    ///
    /// @param whenReady what to do as soon as requests are answered
    void runUntilTerminated(Runnable whenReady) throws InterruptedException {
        var termination = TerminationSignal.expect(watch::stopping, this::abandon);
        start();
        whenReady.run();
        termination.await();
    }

    /// Starts to listen. If the process ends by a signal, the service is closed before.
    public void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "rollcall-stop"));
        http.tls().ifPresent(this::requirePrivateKey);
        // Before the server reads the files, so that no change is missed.
        http.tls().ifPresent(this::watch);
        try {
            server.start();
            files.start(CHECK_INTERVAL);
            watch.serving(useCases.store());
        } catch (TlsFiles.Unusable e) {
            throw unusable(e);
        } catch (IOException e) {
            throw new UserError(
                    "Rollcall can't listen on %s:%d: %s"
                            .formatted(http.host(), http.port(), e.getMessage()),
                    ListenOptions.isOfThisMachine(http.host())
                            ? "stop what listens there, or choose another --port (0 takes a free"
                                    + " one)."
                            : "choose a --host of this machine (0.0.0.0 means all of its"
                                    + " addresses).",
                    e);
        }
    }

    private void watch(TlsFiles tls) {
        files.add("The TLS certificate", List.of(tls.certificate(), tls.key()), () -> reload(tls));
    }

    private void reload(TlsFiles tls) {
        requirePrivateKey(tls);
        try {
            server.reloadTls();
        } catch (TlsFiles.Unusable e) {
            throw unusable(e);
        }
    }

    private void requirePrivateKey(TlsFiles tls) {
        try {
            secrets.file(tls.key()).requirePrivate();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static UserError unusable(IOException e) {
        return new UserError(
                "The TLS certificate can't be used: " + FailureText.of(e),
                "give a PEM certificate and its unencrypted PKCS #8 key, readable for the user that"
                        + " runs Rollcall.",
                e);
    }

    public UseCases useCases() {
        return useCases;
    }

    /// What changes jobs; empty unless their lives are simulated.
    public Optional<Simulation> simulation() {
        return useCases.simulation();
    }

    public String uri() {
        return server.uri().toString();
    }

    /// Where the page for people is, if it is served.
    public String consoleUri() {
        return server.consoleUri().toString();
    }

    String readyLine() {
        return "Rollcall is listening on %s (storage %s)".formatted(uri(), storage);
    }

    /// Closes the storage if that is soon done, whoever still uses it: nothing is lost otherwise,
    /// but a storage that was not closed is checked at its next start.
    private void abandon() {
        var closing = Thread.ofPlatform().daemon().start(useCases::close);
        try {
            closing.join(LAST_MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Is not ready any more, lets the requests in flight finish, and closes the storage. A second
    /// call does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watch.stopping();
        files.close();
        try {
            server.close();
        } finally {
            useCases.close();
        }
    }
}
