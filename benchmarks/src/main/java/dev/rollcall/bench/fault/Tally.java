package dev.rollcall.bench.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What became of the requests of a run.
final class Tally {

    /// How many of the things that were wrong are remembered in words.
    private static final int REMEMBERED = 10;

    /// What a fault may do to a request besides letting it be.
    enum Harm {
        NONE,
        /// An answer that says to try again later.
        REFUSED,
        /// Also that nobody listens any more. A connection that was made before is not cut.
        STOPPED,
        /// Also no answer: the server's process ends.
        CUT
    }

    private final Map<String, Long> firstServed = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private Harm allowed = Harm.NONE;
    private long allowedSince;
    private long marked;
    private long served;
    private long refused;
    private long cut;
    private long wrongs;
    private long longest;

    /// From now on requests may come to so much harm.
    synchronized void allow(Harm harm) {
        allowed = harm;
        allowedSince = System.nanoTime();
    }

    /// A client's request was served.
    synchronized void served(String client, long nanos) {
        served++;
        longest = Math.max(longest, nanos);
        firstServed.putIfAbsent(client, System.nanoTime());
    }

    /// A request got an answer that says to try again later.
    synchronized void refused(String answer, long nanos) {
        refused++;
        longest = Math.max(longest, nanos);
        if (allowed == Harm.NONE) {
            wrong("refused: " + answer);
        }
    }

    /// A request got no answer, or there was nobody to send it to.
    ///
    /// @param connected when the connection was made, or should have been, in nano time
    synchronized void cut(String how, long connected) {
        cut++;
        boolean late = connected - allowedSince > 0;
        if (!(allowed == Harm.CUT || (allowed == Harm.STOPPED && late))) {
            wrong("no answer: " + how);
        }
    }

    synchronized void wrong(String what) {
        wrongs++;
        if (wrong.size() < REMEMBERED) {
            wrong.add(what);
        }
    }

    /// Something that was acknowledged is not there.
    synchronized void lost(String name) {
        lost.add(name);
    }

    /// Begins to look for when each client is served again.
    synchronized void mark() {
        firstServed.clear();
        marked = System.nanoTime();
    }

    /// How long after the mark so many clients had been served, if they have.
    synchronized Optional<Duration> servedAgain(int clients) {
        if (firstServed.size() < clients) {
            return Optional.empty();
        }
        long last = firstServed.values().stream().mapToLong(Long::longValue).max().orElse(marked);
        return Optional.of(Duration.ofNanos(last - marked));
    }

    /// The figures so far.
    synchronized Counts counts() {
        return new Counts(
                served + refused + cut,
                refused,
                cut,
                lost.size(),
                wrongs,
                Duration.ofNanos(longest),
                List.copyOf(wrong));
    }

    /// @param requests how many there were
    /// @param refused how many got an answer that says to try again later
    /// @param cut how many got none
    /// @param lost how many jobs were acknowledged and are not there
    /// @param wrong how often an answer was none that the fault allows
    /// @param longest the longest time to an answer
    /// @param words what was wrong, at first
    record Counts(
            long requests,
            long refused,
            long cut,
            long lost,
            long wrong,
            Duration longest,
            List<String> words) {}
}
