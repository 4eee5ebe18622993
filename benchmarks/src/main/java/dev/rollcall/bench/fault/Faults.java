package dev.rollcall.bench.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/// Does to a server what may befall it, and prints a table of what came out.
public final class Faults {

    private static final List<Scenario> SCENARIOS =
            List.of(
                    new Kill(Storage.H2, 5),
                    new Kill(Storage.POSTGRES, 5),
                    StoreFault.away(),
                    StoreFault.slow(),
                    StoreFault.tooSlow(),
                    StoreFault.cut(),
                    StoreFault.silent(),
                    StoreFault.frozen(),
                    MongoFault.cut(),
                    MongoFault.silent(),
                    new FullDisk(Storage.H2),
                    new FullDisk(Storage.POSTGRES),
                    new IdleConnections(10_000),
                    new SlowClients(100),
                    new FullPages(500),
                    new Stop(3),
                    new RotatedPassword(),
                    new RevokedKeys());

    private Faults() {}

    /// Runs all scenarios, or those that are named. The status is 1 if anything was lost or wrong.
    ///
    /// @param args names of scenarios
    public static void main(String[] args) throws Exception {
        var names = List.of(args);
        var known = SCENARIOS.stream().map(Scenario::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("Usage: faults [NAME...], of " + String.join(", ", known));
            System.exit(2);
        }
        var chosen =
                SCENARIOS.stream()
                        .filter(it -> names.isEmpty() || names.contains(it.name()))
                        .toList();
        System.exit(run(chosen, Pace.USUAL, System.out) ? 0 : 1);
    }

    /// Whether nothing was lost or wrong.
    static boolean run(List<Scenario> scenarios, Pace pace, PrintStream out) throws IOException {
        boolean good = true;
        out.println(Outcome.HEAD);
        for (var scenario : scenarios) {
            Path directory = Files.createTempDirectory("rollcall-faults");
            good &= run(scenario, directory, pace, out);
            delete(directory);
        }
        return good;
    }

    private static boolean run(Scenario scenario, Path directory, Pace pace, PrintStream out) {
        try {
            var outcome = scenario.run(directory, pace);
            out.println(outcome.row(scenario));
            outcome.words().forEach(it -> System.err.println(scenario.name() + ": " + it));
            return outcome.isGood();
        } catch (NotPossibleHere e) {
            out.println("| `%s` | not run: %s |".formatted(scenario.name(), e.getMessage()));
            return true;
        } catch (Exception e) {
            out.println("| `%s` | failed: %s |".formatted(scenario.name(), e));
            return false;
        }
    }

    static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(directory)) {
            paths = walk.sorted(Collections.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
