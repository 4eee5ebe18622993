package dev.rollcall.bootstrap;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `rollcall serve`: answers from a storage until it is told to stop.
@Command(
        name = "serve",
        description = "Answers ListProcessingJobs until SIGTERM or SIGINT.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A request's region is the one it is signed for, else --region.",
            "Prints one line when it is ready, which names the port."
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin private StorageOptions storage = new StorageOptions();
    @Mixin private ServerOptions server = new ServerOptions();
    @Mixin private ScopeOptions scope = new ScopeOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var settings = server.settings(scope.scope());
        try (var service = Service.over(storage.settings(), settings)) {
            service.start();
            var out = spec.commandLine().getOut();
            out.println(service.readyLine());
            out.flush();
            service.awaitStop();
        }
        return 0;
    }
}
