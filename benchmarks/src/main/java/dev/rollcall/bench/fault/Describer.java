package dev.rollcall.bench.fault;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Asks for one acknowledged job after the other, over a new connection each time.
///
/// @param pauseMillis how long to wait between two
record Describer(Ledger ledger, Client client, Requests requests, int pauseMillis)
        implements Load.Work {

    @Override
    public void run() throws InterruptedException {
        List<Integer> before = ledger.acknowledged();
        int writer = ThreadLocalRandom.current().nextInt(before.size());
        int jobs = Ledger.jobs(before.get(writer));
        if (jobs > 0) {
            String name = new Ledger.Key(writer, ThreadLocalRandom.current().nextInt(jobs)).name();
            client.served(() -> requests.description(name))
                    .ifPresent(answer -> check(name, answer, before));
        }
        client.close();
        Thread.sleep(pauseMillis);
    }

    private void check(String name, String answer, List<Integer> before) {
        try {
            var jobs = Page.of(answer).jobs();
            if (jobs.size() != 1 || !jobs.getFirst().name().value().equals(name)) {
                client.tally().wrong("the description of %s is %s".formatted(name, answer));
            }
            jobs.forEach(job -> ledger.complaint(job, before).ifPresent(client.tally()::wrong));
        } catch (IllegalArgumentException e) {
            client.tally().wrong(String.valueOf(e.getMessage()));
        }
    }
}
