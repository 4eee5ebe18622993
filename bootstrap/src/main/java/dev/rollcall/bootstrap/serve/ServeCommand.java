package dev.rollcall.bootstrap.serve;

import dev.rollcall.bootstrap.settings.AccessOptions;
import dev.rollcall.bootstrap.settings.AdminOptions;
import dev.rollcall.bootstrap.settings.AnswerOptions;
import dev.rollcall.bootstrap.settings.ConsoleOptions;
import dev.rollcall.bootstrap.settings.IntakeOptions;
import dev.rollcall.bootstrap.settings.KeyFile;
import dev.rollcall.bootstrap.settings.LimitOptions;
import dev.rollcall.bootstrap.settings.ListenOptions;
import dev.rollcall.bootstrap.settings.LogOptions;
import dev.rollcall.bootstrap.settings.SimulationOptions;
import dev.rollcall.bootstrap.settings.TlsOptions;
import dev.rollcall.bootstrap.settings.WaitOptions;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.PagingOptions;
import dev.rollcall.cli.options.ScopeOptions;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.intake.IntakeKey;
import dev.rollcall.http.server.HttpSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `rollcall serve`: answers requests from a storage until it is stopped.
@Command(
        name = "serve",
        description = "Answers ListProcessingJobs until SIGTERM or SIGINT.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --auth sigv4 a client sees the jobs of its key's account in the region it signs"
                    + " for. Without it, a client sees those of --account: in the region it signs"
                    + " for, which is not checked, or in --region if it does not sign"
                    + " (--no-sign-request).",
            "Prints one line when it is ready, which names the port; with --admin-port one before"
                    + " it, which names that one. SIGTERM ends it with status 0 when all requests"
                    + " in flight are answered, a second one at once with 143."
        })
public final class ServeCommand implements Callable<Integer> {

    @Mixin private StorageOptions storage = new StorageOptions();
    @Mixin private ListenOptions listen = new ListenOptions();
    @Mixin private ScopeOptions scope = new ScopeOptions();
    @Mixin private AccessOptions access = new AccessOptions();
    @Mixin private IntakeOptions intake = new IntakeOptions();
    @Mixin private TlsOptions tls = new TlsOptions();
    @Mixin private PagingOptions paging = new PagingOptions();
    @Mixin private AnswerOptions answers = new AnswerOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();
    @Mixin private SimulationOptions simulation = new SimulationOptions();
    @Mixin private WaitOptions wait = new WaitOptions();
    @Mixin private LimitOptions limits = new LimitOptions();
    @Mixin private AdminOptions admin = new AdminOptions();
    @Mixin private LogOptions log = new LogOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final WiredStorages storages;

    public ServeCommand(WiredStorages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() throws InterruptedException {
        log.format().use();
        Optional<KeyFile<AccessKey>> keys = access.keys(storage.secrets());
        Optional<KeyFile<IntakeKey>> intakeKeys = intake.keys(storage.secrets());
        var where = storage.servedSettings();
        if (access.letsAnybodyIn()) {
            requireTest(where);
        } else if (keys.isEmpty()) {
            listen.requireLoopback();
        }
        var settings =
                new HttpSettings(
                        listen.host(),
                        listen.port(),
                        access.access(keys, scope.scope(), listen.allowedHosts()),
                        tls.files(),
                        answers.defaultSortOrder(),
                        intake.settings(intakeKeys),
                        console.isServed(),
                        limits.limits(),
                        simulation.faults());
        warnOfPlainHttp(settings);
        var patient =
                storages.waiting(wait.storage(this::notice)).simulating(simulation.settings());
        try (var watch = Watch.start(admin, log.hasAccessLog());
                var service = open(patient, where, settings, watch)) {
            keys.ifPresent(service::watch);
            intakeKeys.ifPresent(service::watch);
            service.runUntilTerminated(() -> print(service.readyLine()));
        }
        return 0;
    }

    private Service open(
            WiredStorages patient, StorageSettings where, HttpSettings settings, Watch watch) {
        watch.line().ifPresent(this::print);
        return Service.over(patient, where, settings, paging.budget(), storage.secrets(), watch);
    }

    /// Refuses to let anybody change or see jobs that may be real ones.
    private void requireTest(StorageSettings where) {
        if (!simulation.simulates() && !where.isInMemory()) {
            throw new UserError(
                    "--auth any is for tests: it would show these jobs to anybody.",
                    "add --simulate or --storage memory, or serve with --auth sigv4.");
        }
        notice("Warning: --auth any lets in whoever reaches this server, also web pages.");
        notice("Recommended action: use it for tests alone, with jobs that nobody must protect.");
    }

    private void print(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void notice(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private void warnOfPlainHttp(HttpSettings settings) {
        if (settings.tls().isEmpty() && !listen.isLoopback()) {
            var err = spec.commandLine().getErr();
            err.println("Warning: %s is served without TLS.".formatted(settings.host()));
            err.println(
                    "Recommended action: give --tls-certificate and --tls-key, or put a proxy that"
                            + " speaks TLS in front of Rollcall.");
            err.flush();
        }
    }
}
