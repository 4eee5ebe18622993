package dev.rollcall.jupiter;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.simulate.SettableClock;
import dev.rollcall.application.simulate.SettledStore;
import dev.rollcall.application.simulate.SimulateProcessingJobs;
import dev.rollcall.application.simulate.SimulatedOutcome;
import dev.rollcall.application.simulate.Simulation;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.contract.ReferenceStore;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A Rollcall for each test, in its process: in memory, on a free port, with jobs whose lives are
/// simulated, and a clock that the test sets. Without a signature it lets in whoever is on this
/// machine.
///
/// ```java
/// @RegisterExtension private final RollcallExtension rollcall = new RollcallExtension();
/// ```
public final class RollcallExtension implements BeforeEachCallback, AfterEachCallback {

    private record Running(
            RollcallServer server, RecordProcessingJobs record, SettableClock clock) {}

    private final Scope scope;
    private final SimulatedOutcome outcome;
    private Optional<Running> running = Optional.empty();

    /// With jobs of [JobBuilder#SCOPE], which complete after five seconds if they say nothing else.
    public RollcallExtension() {
        this(JobBuilder.SCOPE, SimulatedOutcome.USUAL);
    }

    /// A server for one account.
    ///
    /// @param scope the account, and the region of clients that do not sign
    /// @param outcome how a job ends that says nothing of it
    public RollcallExtension(Scope scope, SimulatedOutcome outcome) {
        this.scope = scope;
        this.outcome = outcome;
    }

    /// The endpoint for clients.
    ///
    /// @throws IllegalStateException if no test runs; so for all of these
    public URI endpoint() {
        return running().server().uri();
    }

    /// The clock of the jobs: that of the world until it is set.
    public SettableClock clock() {
        return running().clock();
    }

    /// Stores jobs as they are. They have no simulated life.
    public void add(JobBuilder... jobs) {
        running()
                .record()
                .record(Arrays.stream(jobs).map(JobBuilder::describe).toList(), Instant.MAX);
    }

    private Running running() {
        return running.orElseThrow(() -> new IllegalStateException("no test runs"));
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        var world = InstantSource.system();
        var clock = new SettableClock(world);
        var store = new ReferenceStore();
        var jobs = new SimulateProcessingJobs(store, outcome, clock);
        var settled = new SettledStore(store, jobs);
        var record = new RecordProcessingJobs(settled);
        var useCases =
                new ServedUseCases(
                        new ListProcessingJobs(
                                settled, tokens(), ListProcessingJobs.DEFAULT_PAGE_BUDGET, world),
                        new DescribeProcessingJob(settled),
                        new ListTags(settled),
                        record,
                        Optional.of(new Simulation(jobs, clock)));
        var server = new RollcallServer(useCases, settings(), world);
        server.start();
        running = Optional.of(new Running(server, record, clock));
    }

    private static PageTokens tokens() {
        byte[] key = new byte[TokenKey.LENGTH];
        new SecureRandom().nextBytes(key);
        return new PageTokens(
                new TokenKeyRing(List.of(TokenKey.of(key))), PageTokens.DEFAULT_LIFETIME);
    }

    /// No balancer has to be told that this server stops.
    private HttpSettings settings() {
        var usual = HttpSettings.Limits.defaults();
        var access = new Access.Open(scope.account(), scope.region());
        var open = HttpSettings.of("127.0.0.1", 0, access);
        return new HttpSettings(
                open.host(),
                open.port(),
                access,
                open.tls(),
                open.defaultSortOrder(),
                IntakeSettings.DEFAULT,
                false,
                new HttpSettings.Limits(
                        usual.headBytes(),
                        usual.bodyBytes(),
                        usual.bodyMemoryBytes(),
                        usual.connections(),
                        usual.clientTimeout(),
                        usual.keepAlive(),
                        Duration.ofMillis(1),
                        usual.stopTimeout()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running.ifPresent(it -> it.server().close());
        running = Optional.empty();
    }
}
