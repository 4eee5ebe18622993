package dev.rollcall.bench.fault;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Walks listings from the first page to the last, and compares them with what was acknowledged.
///
/// @param pauseMillis how long to wait between two pages
record Walker(Order order, Ledger ledger, Client client, Requests requests, int pauseMillis)
        implements Load.Work {

    /// An order in which a walk meets every job once, whatever is recorded meanwhile.
    ///
    /// @param members what a request says of it
    record Order(String members, Comparator<ProcessingJob> comparator) {

        static final Order NAME =
                new Order(
                        "\"SortBy\":\"Name\",\"SortOrder\":\"Ascending\"",
                        Comparator.comparing(job -> job.name().value()));

        static final Order CREATION =
                new Order(
                        "\"SortBy\":\"CreationTime\",\"SortOrder\":\"Descending\"",
                        Comparator.comparing(ProcessingJob::creationTime).reversed());
    }

    @Override
    public void run() throws InterruptedException {
        List<Integer> before = ledger.acknowledged();
        List<BitSet> met = Stream.generate(BitSet::new).limit(ledger.writers()).toList();
        Optional<ProcessingJob> last = Optional.empty();
        Optional<String> token = Optional.empty();
        do {
            Optional<String> from = token;
            var answer = client.served(() -> requests.page(order.members, from));
            if (answer.isEmpty()) {
                return;
            }
            try {
                var page = Page.of(answer.get());
                last = check(page.jobs(), before, met, last);
                token = page.token();
            } catch (IllegalArgumentException e) {
                client.tally().wrong(String.valueOf(e.getMessage()));
                return;
            }
            Thread.sleep(pauseMillis);
        } while (token.isPresent());
        missing(before, met);
    }

    private Optional<ProcessingJob> check(
            List<ProcessingJob> jobs,
            List<Integer> before,
            List<BitSet> met,
            Optional<ProcessingJob> last) {
        for (ProcessingJob job : jobs) {
            ledger.complaint(job, before).ifPresent(client.tally()::wrong);
            Ledger.Key.of(job.name().value()).ifPresent(key -> meet(key, met));
            if (last.isPresent() && order.comparator.compare(last.get(), job) > 0) {
                client.tally().wrong(job.name().value() + " is out of order");
            }
            last = Optional.of(job);
        }
        return last;
    }

    private void meet(Ledger.Key key, List<BitSet> met) {
        BitSet numbers = met.get(key.writer());
        if (numbers.get(key.number())) {
            client.tally().wrong(key.name() + " is there twice");
        }
        numbers.set(key.number());
    }

    private void missing(List<Integer> before, List<BitSet> met) {
        for (int writer = 0; writer < before.size(); writer++) {
            int due = Ledger.jobs(before.get(writer));
            int at = writer;
            IntStream.range(0, due)
                    .filter(number -> !met.get(at).get(number))
                    .forEach(number -> client.tally().lost(new Ledger.Key(at, number).name()));
        }
    }
}
