package dev.rollcall.bench.fault;

import java.util.regex.Pattern;

/// Records jobs, one step of a [Ledger] after the other.
///
/// @param pauseMillis how long to wait between two steps
record Writer(int number, Ledger ledger, Client client, Requests requests, int pauseMillis)
        implements Load.Work {

    private static final Pattern COUNTS =
            Pattern.compile("\\{\"recorded\":(\\d+),\"unchanged\":(\\d+),\"refused\":\\[]}");

    @Override
    public void run() throws InterruptedException {
        byte[] lines = ledger.begin(number);
        client.served(() -> requests.records(lines)).ifPresent(this::check);
        Thread.sleep(pauseMillis);
    }

    private void check(String answer) {
        var counts = COUNTS.matcher(answer);
        if (counts.matches()
                && Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(2))
                        == Ledger.BATCH) {
            ledger.acknowledge(number);
        } else {
            client.tally().wrong("the intake answered " + answer);
        }
    }
}
