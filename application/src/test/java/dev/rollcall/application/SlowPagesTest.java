package dev.rollcall.application;

import static dev.rollcall.application.Jobs.SCOPE;
import static dev.rollcall.application.Jobs.request;
import static dev.rollcall.application.Lister.JOBS;
import static dev.rollcall.application.Lister.listed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Pages that take long, and others meanwhile.
@Timeout(60)
class SlowPagesTest {

    private static final Duration FIRST_SLICE = Duration.ofMillis(10);
    private static final int SLOW_AT_ONCE =
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Lister lister = new Lister();
    private final AtomicInteger slow = new AtomicInteger();
    private final AtomicInteger mostSlow = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    private static boolean isSlow(WorkBudget budget) {
        return budget.time().compareTo(FIRST_SLICE) > 0;
    }

    @Test
    void few_pages_are_beyond_their_first_slice_at_once_and_none_is_refused() {
        int pages = 30;
        var begun = new CountDownLatch(pages);
        var listing =
                lister.over(
                        (selection, budget) -> {
                            if (isSlow(budget)) {
                                mostSlow.accumulateAndGet(slow.incrementAndGet(), Math::max);
                                await(begun);
                                slow.decrementAndGet();
                                return new Slice.Full(selection.from(JOBS));
                            }
                            begun.countDown();
                            return stoppedAtFirst(selection);
                        },
                        Duration.ofHours(1));

        var answers = new ArrayList<CompletableFuture<ListingResult.Listed>>();
        for (int i = 0; i < pages; i++) {
            answers.add(inThread(() -> listed(listing, request(10, Optional.empty()))));
        }

        assertThat(answers).allSatisfy(it -> assertThat(it.join().jobs()).hasSize(10));
        assertThat(mostSlow.get()).isEqualTo(SLOW_AT_ONCE);
    }

    @Test
    void a_fast_page_is_answered_while_as_many_slow_ones_as_may_be_are_collected()
            throws Exception {
        var fastPage = new AtomicBoolean();
        var occupied = new CountDownLatch(SLOW_AT_ONCE);
        var listing =
                lister.over(
                        (selection, budget) -> {
                            if (fastPage.get()) {
                                return new Slice.Full(selection.from(JOBS));
                            }
                            if (isSlow(budget)) {
                                occupied.countDown();
                                await(release);
                                return new Slice.Full(List.of());
                            }
                            return stoppedAtFirst(selection);
                        },
                        Duration.ofHours(1));
        var slowPages = new ArrayList<CompletableFuture<ListingResult.Listed>>();
        for (int i = 0; i < 50; i++) {
            slowPages.add(inThread(() -> listed(listing, request(10, Optional.empty()))));
        }
        occupied.await();
        fastPage.set(true);

        assertThat(listed(listing, request(10, Optional.empty())).jobs()).hasSize(10);

        release.countDown();
        slowPages.forEach(CompletableFuture::join);
    }

    @Test
    void a_slow_page_that_gets_no_turn_in_time_is_short_and_has_a_token() throws Exception {
        var occupied = new CountDownLatch(SLOW_AT_ONCE);
        var listing =
                new ListProcessingJobs(
                        (selection, budget) -> {
                            if (isSlow(budget)) {
                                occupied.countDown();
                                await(release);
                            }
                            return stoppedAtFirst(selection);
                        },
                        Lister.tokens(),
                        Duration.ofMillis(300),
                        () -> Jobs.NOON,
                        () -> 0L);
        var slowPages = new ArrayList<CompletableFuture<ListingResult.Listed>>();
        for (int i = 0; i < SLOW_AT_ONCE; i++) {
            slowPages.add(inThread(() -> listed(listing, request(10, Optional.empty()))));
        }
        occupied.await();

        var page = listed(listing, request(10, Optional.empty()));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 1));
        assertThat(page.nextToken()).isPresent();
        release.countDown();
        assertThat(slowPages).allSatisfy(it -> assertThat(it.join().nextToken()).isPresent());
    }

    @Test
    void a_failure_of_a_later_slice_is_reported_as_it_is() {
        var unavailable = new StorageUnavailable("unreachable", new IOException("cut"));
        var listing =
                lister.over(
                        (selection, budget) -> {
                            if (isSlow(budget)) {
                                throw unavailable;
                            }
                            return stoppedAtFirst(selection);
                        });

        assertThatThrownBy(() -> listing.list(SCOPE, request(10, Optional.empty())))
                .isSameAs(unavailable);
    }

    @Test
    void a_clock_that_is_set_back_makes_no_page_longer() {
        var now = new AtomicInteger(1_000_000);
        var nanos = new AtomicInteger();
        var calls = new AtomicInteger();
        var listing =
                new ListProcessingJobs(
                        (selection, budget) -> {
                            assertThat(calls.incrementAndGet()).as("calls").isLessThan(100);
                            now.addAndGet(-1_800);
                            nanos.addAndGet(500_000_000);
                            return stoppedAtFirst(selection);
                        },
                        Lister.tokens(),
                        Duration.ofSeconds(2),
                        () -> Jobs.NOON.plusSeconds(now.get()),
                        nanos::get);

        assertThat(listed(listing, request(20, Optional.empty())).nextToken()).isPresent();
        assertThat(calls).hasValue(4);
    }

    /// A slice that examined one job.
    private static Slice stoppedAtFirst(Selection selection) {
        var first = selection.limit(1).from(JOBS);
        return new Slice.Stopped(first, Ordering.DEFAULT.positionOf(first.getFirst()));
    }

    private static <T> CompletableFuture<T> inThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
