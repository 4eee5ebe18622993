package dev.rollcall.bootstrap.serve;

import dev.rollcall.bootstrap.settings.ListenOptions;
import dev.rollcall.bootstrap.wiring.SimulationSettings;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.ScopeOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.UseCases;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.concurrent.Callable;

/// `rollcall demo`: serves made-up jobs, and prints commands to try.
@Command(
        name = "demo",
        description = "Serves made-up jobs from memory, and prints commands to try.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final int BATCH = 1_000;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many jobs to make up. Default: ${DEFAULT-VALUE}.")
    private int jobs = 1000;

    @Mixin private ListenOptions listen = new ListenOptions();
    @Mixin private ScopeOptions scope = new ScopeOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final WiredStorages storages;

    public DemoCommand(WiredStorages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (jobs < 0) {
            throw new UserError("%d jobs can't be made up.".formatted(jobs), "ask for 0 or more.");
        }
        Scope where = scope.scope();
        listen.requireLoopback();
        var settings =
                HttpSettings.of(
                        listen.host(),
                        listen.port(),
                        new Access.Open(where.account(), where.region(), listen.allowedHosts()));
        var simulating = storages.simulating(SimulationSettings.USUAL);
        try (var service = Service.over(simulating, new StorageSettings.InMemory(), settings)) {
            fill(service.useCases(), where);
            service.runUntilTerminated(() -> print(service, where));
        }
        return 0;
    }

    private void print(Service service, Scope where) {
        var out = spec.commandLine().getOut();
        out.println(service.readyLine());
        out.println(examples(service.consoleUri(), service.uri(), where));
        out.flush();
    }

    private void fill(UseCases useCases, Scope where) {
        var made = new DemoJobs(where, Instant.now());
        var record = useCases.recordProcessingJobs();
        for (int from = 0; from < jobs; from += BATCH) {
            record.record(made.jobs(from, Math.min(jobs, from + BATCH)));
        }
    }

    private String examples(String console, String uri, Scope where) {
        return """
        It holds %d made-up jobs of account %s in %s, until Ctrl-C. Try:

          %s    (in a browser)

          aws sagemaker list-processing-jobs --endpoint-url %s \\
              --region %s --no-sign-request --status-equals Failed --max-items 3

          curl -s %s -H 'X-Amz-Target: SageMaker.ListProcessingJobs' \\
              -H 'Content-Type: application/x-amz-json-1.1' \\
              -d '{"SortBy": "Name", "NameContains": "train", "MaxResults": 3}'
        """
                .formatted(
                        jobs, where.account(), where.region(), console, uri, where.region(), uri);
    }
}
