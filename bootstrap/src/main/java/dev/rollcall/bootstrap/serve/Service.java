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

    private final UseCaseComponent useCases;
    private final HttpSettings http;
    private final SecretOptions secrets;
    private final RollcallServer server;
    private final String storage;
    private final FileWatch files = new FileWatch();
    private boolean closed;

    private Service(
            UseCaseComponent useCases,
            HttpSettings http,
            StorageSettings storage,
            SecretOptions secrets) {
        this.useCases = useCases;
        this.http = http;
        this.secrets = secrets;
        this.server = DaggerServerComponent.factory().create(useCases, http).server();
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

    /// Opens the storage; nothing listens yet.
    ///
    /// @param pageBudget how long a page may take; after that it is answered short
    /// @param secrets how open the file of the TLS key may be
    public static Service over(
            WiredStorages storages,
            StorageSettings storage,
            HttpSettings http,
            Duration pageBudget,
            SecretOptions secrets) {
        var useCases = storages.open(storage, pageBudget);
        try {
            return new Service(useCases, http, storage, secrets);
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
        var termination = TerminationSignal.expect();
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

    String readyLine() {
        return "Rollcall is listening on %s (storage %s)".formatted(uri(), storage);
    }

    /// Lets the requests in flight finish, and closes the storage. A second call does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        files.close();
        try {
            server.close();
        } finally {
            useCases.close();
        }
    }
}
