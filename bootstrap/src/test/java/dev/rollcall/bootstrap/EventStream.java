package dev.rollcall.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is told of some jobs while they are listed: every other one changes, new ones come between
/// them, and what is known is told again.
final class EventStream implements AutoCloseable {

    /// Posts documents together, and returns when they are recorded.
    @FunctionalInterface
    interface Post {

        void post(List<String> documents) throws Exception;
    }

    /// When the stream begins, in milliseconds of the epoch: all jobs were modified before.
    static final long BEGIN = 1_704_400_000_000L;

    private static final int EACH = 100;
    private static final List<String> ENDS = List.of("Completed", "Failed", "Stopped");

    private final Random random;
    private final Post post;
    private final List<ToldJob> unchanging;
    private final List<ToldJob> changing;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<?> posting;
    private int added;

    /// Posts the jobs as they are before the stream.
    EventStream(long seed, Post post) throws Exception {
        this.random = new Random(seed);
        this.post = post;
        this.unchanging = jobs("unchanging");
        this.changing = jobs("changing");
        post.post(
                Stream.of(unchanging, changing)
                        .flatMap(List::stream)
                        .map(ToldJob::polled)
                        .toList());
        this.posting = thread.submit(this::postSome);
    }

    private List<ToldJob> jobs(String kind) {
        return new ArrayList<>(IntStream.range(0, EACH).mapToObj(i -> job(i, kind)).toList());
    }

    /// In any state; some jobs are created in the same millisecond.
    private ToldJob job(int number, String kind) {
        long created = BEGIN - 40_000_000 + random.nextInt(60) * 100_003L;
        String status = random.nextBoolean() ? "InProgress" : end();
        String name = "job-%03d-%s".formatted(number, kind);
        return new ToldJob(name, status, created, created + 60_007, "");
    }

    private String end() {
        return ENDS.get(random.nextInt(ENDS.size()));
    }

    /// The jobs that exist throughout, and do not change.
    List<ToldJob> unchanging() {
        return unchanging;
    }

    /// The names of the jobs that exist throughout, and change.
    List<String> changing() {
        return changing.stream().map(ToldJob::name).toList();
    }

    /// Has something more come in while a page is listed.
    void goOn() throws InterruptedException, ExecutionException {
        posting.get();
        posting = thread.submit(this::postSome);
    }

    private boolean postSome() throws Exception {
        post.post(IntStream.rangeClosed(0, random.nextInt(8)).mapToObj(_ -> next()).toList());
        return true;
    }

    private String next() {
        return switch (random.nextInt(8)) {
            case 0 -> unchanging.get(random.nextInt(EACH)).event();
            case 1 -> job(random.nextInt(EACH), "new-" + added++).event();
            default -> change(random.nextInt(EACH));
        };
    }

    private String change(int number) {
        ToldJob before = changing.get(number);
        ToldJob after =
                new ToldJob(
                        before.name(),
                        random.nextInt(4) == 0 ? next(before.status()) : before.status(),
                        before.created(),
                        Math.max(BEGIN, before.modified()) + 1_000 + random.nextInt(10_000),
                        "");
        changing.set(number, after);
        return random.nextBoolean() ? after.event() : after.polled();
    }

    private String next(String status) {
        return switch (status) {
            case "InProgress" -> "Stopping";
            case "Stopping" -> end();
            default -> status;
        };
    }

    @Override
    public void close() {
        thread.close();
    }
}
