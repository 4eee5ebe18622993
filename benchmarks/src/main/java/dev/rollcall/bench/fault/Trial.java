package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A server under load, to which something is done.
final class Trial implements AutoCloseable {

    /// How many more threads and files a server may have than before: pools that have grown.
    private static final int SLACK = 16;

    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final Subject subject;
    private final Mix mix;
    private final Requests requests;
    private final Pace pace;
    private final Tally tally = new Tally();
    private final Ledger ledger;
    private Load load;
    private Duration longestRecovery = Duration.ZERO;

    private Trial(Subject subject, Mix mix, Requests requests, Pace pace)
            throws InterruptedException {
        this.subject = subject;
        this.mix = mix;
        this.requests = requests;
        this.pace = pace;
        this.ledger = new Ledger(mix.writers());
        this.load = begun();
    }

    /// What is done to the server, or undone.
    interface Deed {

        void run() throws Exception;
    }

    /// Lets clients use a server that was started, until they have all been served.
    static Trial start(Subject subject, Mix mix, Requests requests, Pace pace)
            throws InterruptedException {
        return new Trial(subject, mix, requests, pace);
    }

    private Load begun() throws InterruptedException {
        var begun = Load.start(mix, ledger, tally, subject, requests);
        begun.servedAgain();
        Thread.sleep(pace.of(2_000));
        return begun;
    }

    Tally tally() {
        return tally;
    }

    Ledger ledger() {
        return ledger;
    }

    /// What the server has and holds without load, which goes on afterwards.
    Vitals rest() throws IOException, InterruptedException {
        load.end();
        Thread.sleep(200);
        var vitals = Vitals.of(subject.server());
        load = begun();
        return vitals;
    }

    /// Does something to the server and undoes it, and waits until every client is served again.
    ///
    /// @param harm what requests may come to until then; afterwards each must be served
    void suffer(Harm harm, Deed fault, Deed remedy) throws Exception {
        tally.allow(harm);
        fault.run();
        long ended = System.nanoTime();
        remedy.run();
        load.servedAgain();
        var recovery = Duration.ofNanos(System.nanoTime() - ended);
        if (recovery.compareTo(longestRecovery) > 0) {
            longestRecovery = recovery;
        }
        tally.allow(Harm.NONE);
        Thread.sleep(pace.of(2_000));
    }

    /// Returns when a request has been refused, which must have been allowed.
    void awaitRefusal() throws InterruptedException {
        for (int i = 0; tally.counts().refused() == 0; i++) {
            if (i == 6_000) {
                throw new IllegalStateException("nothing was refused in a minute");
            }
            Thread.sleep(10);
        }
    }

    /// Says that it is wrong if the server does not say by now whether it is ready.
    void expectReadiness(int status) throws IOException, InterruptedException {
        int ready = Vitals.ready(subject.server());
        if (ready != status) {
            tally.wrong("readiness is %d, not %d".formatted(ready, status));
        }
    }

    /// Ends the load, and looks whether all is there, and all as it was.
    ///
    /// @param before what the server had and held
    Outcome end(Vitals before) throws IOException, InterruptedException {
        load.end();
        compare(before);
        return end();
    }

    /// Ends the load, and looks whether all is there.
    Outcome end() throws IOException, InterruptedException {
        load.end();
        expectReadiness(200);
        for (var order : List.of(Walker.Order.NAME, Walker.Order.CREATION)) {
            try (var client = new Client("last walk", subject, tally)) {
                new Walker(order, ledger, client, requests, 0).run();
            }
        }
        return new Outcome(mix.toString(), tally.counts(), longestRecovery);
    }

    private void compare(Vitals before) throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        var now = Vitals.of(subject.server());
        while (!isAs(before, now) && System.nanoTime() < end) {
            Thread.sleep(200);
            now = Vitals.of(subject.server());
        }
        if (!isAs(before, now)) {
            tally.wrong("before: %s; after: %s".formatted(before, now));
        }
    }

    private static boolean isAs(Vitals before, Vitals now) {
        return now.threads() <= before.threads() + SLACK
                && now.files() <= before.files() + SLACK
                && now.busy() == 0
                && now.waiting() == 0;
    }

    @Override
    public void close() {
        load.giveUp();
    }
}
