package dev.rollcall.domain.tokens;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Listings;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Page;
import dev.rollcall.domain.listings.PageDraft;
import dev.rollcall.domain.listings.PageSize;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// The pages of a listing, one after the other, make up the listing.
class PageWalkTest {

    @ParameterizedTest(name = "{0} jobs, {1} a page: {2} pages")
    @CsvSource({"0, 3, 1", "1, 3, 1", "3, 3, 1", "4, 3, 2", "6, 3, 2", "7, 3, 3", "5, 1, 5"})
    void an_exact_multiple_has_no_empty_last_page(int jobs, int size, int pages) {
        var all = IntStream.range(0, jobs).mapToObj(i -> Jobs.job("job-" + i, NOON)).toList();
        var query = Listings.all(new Ordering(SortKey.NAME, SortOrder.ASCENDING));

        assertThat(new Walk(all, query, new PageSize(size), new Random(1), 0).pages())
                .hasSize(pages);
    }

    /// However often the store stops, all pages are full but the last one.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100})
    void pages_are_full_however_often_the_store_stops(int size) {
        for (long seed = 0; seed < 200; seed++) {
            var walk = Walk.random(seed, new PageSize(size), 0);
            var pages = walk.pages();

            assertThat(pages.subList(0, pages.size() - 1))
                    .as("seed %d", seed)
                    .allMatch(page -> page.jobs().size() == size);
            assertThat(jobsOf(pages)).as("seed %d", seed).isEqualTo(walk.expected());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100})
    void the_pages_make_up_the_whole_listing_even_if_some_are_short(int size) {
        for (long seed = 0; seed < 200; seed++) {
            var walk = Walk.random(seed, new PageSize(size), 3);
            var pages = walk.pages();

            assertThat(pages).as("seed %d", seed).allMatch(page -> page.jobs().size() <= size);
            assertThat(jobsOf(pages)).as("seed %d", seed).isEqualTo(walk.expected());
        }
    }

    private static List<ProcessingJob> jobsOf(List<Page> pages) {
        return pages.stream().flatMap(page -> page.jobs().stream()).toList();
    }

    /// A client that reads a listing to its end, over a store that stops at random.
    ///
    /// @param shortened of how many stops one makes the page short; 0 for none
    private record Walk(
            List<ProcessingJob> jobs,
            ListingQuery query,
            PageSize size,
            Random random,
            int shortened) {

        static Walk random(long seed, PageSize size, int shortened) {
            var random = new Random(seed);
            var jobs = Jobs.random(random, random.nextInt(60));
            return new Walk(jobs, Listings.random(random), size, random, shortened);
        }

        List<ProcessingJob> expected() {
            return query.select(Optional.empty(), Integer.MAX_VALUE).from(jobs);
        }

        List<Page> pages() {
            var pages = new ArrayList<Page>();
            Optional<Position> from = Optional.empty();
            do {
                var page = page(from);
                pages.add(page);
                assertThat(pages).as("a walk without end").hasSizeLessThan(jobs.size() + 2);
                from = page.next();
            } while (from.isPresent());
            return pages;
        }

        private Page page(Optional<Position> from) {
            var draft = PageDraft.begin(query, size, from);
            int calls = 0;
            boolean isShort = false;
            while (!draft.isComplete() && !isShort) {
                draft = draft.plus(find(draft.remainder()));
                calls++;
                assertThat(calls).as("a page without end").isLessThan(jobs.size() + 2);
                isShort = shortened > 0 && random.nextInt(shortened) == 0;
            }
            return draft.page();
        }

        private Slice find(Selection selection) {
            var found = new ArrayList<ProcessingJob>();
            int budget = 1 + random.nextInt(8);
            for (ProcessingJob job : jobs.stream().sorted(query.ordering().comparator()).toList()) {
                boolean beyond =
                        selection.criteria().stream()
                                .filter(Criterion.Beyond.class::isInstance)
                                .allMatch(criterion -> criterion.matches(job));
                if (beyond) {
                    if (selection.matches(job)) {
                        found.add(job);
                    }
                    budget--;
                    if (budget == 0) {
                        return new Slice.Stopped(found, query.ordering().positionOf(job));
                    }
                    if (found.size() == selection.limit()) {
                        return new Slice.Full(found);
                    }
                }
            }
            return new Slice.Full(found);
        }
    }
}
