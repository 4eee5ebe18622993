package dev.rollcall.domain;

import static dev.rollcall.domain.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDraftTest {

    private static final ListingQuery QUERY =
            Listings.all(new Ordering(SortKey.NAME, SortOrder.ASCENDING));

    @Test
    void a_draft_asks_for_one_job_more_than_the_page_has_room_for() {
        var draft = begin(3);

        assertThat(draft.isComplete()).isFalse();
        assertThat(draft.remainder()).isEqualTo(QUERY.select(Optional.empty(), 4));
    }

    @Test
    void a_draft_begins_beyond_the_position_of_its_token() {
        var draft = PageDraft.begin(QUERY, new PageSize(3), Optional.of(at("b")));

        assertThat(draft.remainder()).isEqualTo(QUERY.select(Optional.of(at("b")), 4));
    }

    @Test
    void a_full_page_is_followed_by_one_beyond_its_last_job() {
        var page = begin(3).plus(new Slice.Full(jobs("a", "b", "c", "d"))).page();

        assertThat(page).isEqualTo(new Page(jobs("a", "b", "c"), Optional.of(at("c"))));
    }

    @Test
    void a_full_last_page_has_no_next() {
        var page = begin(3).plus(new Slice.Full(jobs("a", "b", "c"))).page();

        assertThat(page).isEqualTo(new Page(jobs("a", "b", "c"), Optional.empty()));
    }

    @Test
    void a_listing_of_nothing_is_one_empty_page() {
        var page = begin(3).plus(new Slice.Full(List.of())).page();

        assertThat(page).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void a_draft_goes_on_where_the_store_stopped_and_asks_for_what_is_missing() {
        var draft = begin(3).plus(new Slice.Stopped(jobs("a", "c"), at("f")));

        assertThat(draft.isComplete()).isFalse();
        assertThat(draft.remainder()).isEqualTo(QUERY.select(Optional.of(at("f")), 2));
        assertThat(draft.plus(new Slice.Full(jobs("g", "h"))).page())
                .isEqualTo(new Page(jobs("a", "c", "g"), Optional.of(at("g"))));
    }

    @Test
    void a_page_taken_before_its_time_goes_on_where_the_store_stopped() {
        assertThat(begin(3).plus(new Slice.Stopped(jobs("a"), at("f"))).page())
                .isEqualTo(new Page(jobs("a"), Optional.of(at("f"))));
        assertThat(begin(3).plus(new Slice.Stopped(List.of(), at("f"))).page())
                .isEqualTo(new Page(List.of(), Optional.of(at("f"))));
    }

    @Test
    void a_page_that_is_just_full_when_the_store_stops_loses_no_examined_place() {
        assertThat(begin(3).plus(new Slice.Stopped(jobs("a", "b", "c"), at("f"))).page())
                .isEqualTo(new Page(jobs("a", "b", "c"), Optional.of(at("f"))));
    }

    @Test
    void a_store_that_stops_with_all_that_was_asked_for_completes_the_page() {
        var draft = begin(3).plus(new Slice.Stopped(jobs("a", "b", "c", "d"), at("d")));

        assertThat(draft.isComplete()).isTrue();
        assertThat(draft.page())
                .isEqualTo(new Page(jobs("a", "b", "c"), Optional.of(at("c"))));
    }

    @Test
    void a_listing_that_can_match_nothing_is_complete_from_the_beginning() {
        var query = Listings.filtered(new Criterion.NameContains("%"));

        var draft = PageDraft.begin(query, new PageSize(3), Optional.empty());

        assertThat(draft.isComplete()).isTrue();
        assertThat(draft.page()).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void a_page_that_nobody_looked_for_does_not_pass_as_the_last() {
        var draft = begin(3);

        assertThatThrownBy(draft::page).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest(name = "{0} jobs, {1} a page: {2} pages")
    @CsvSource({"0, 3, 1", "1, 3, 1", "3, 3, 1", "4, 3, 2", "6, 3, 2", "7, 3, 3", "5, 1, 5"})
    void an_exact_multiple_has_no_empty_last_page(int jobs, int size, int pages) {
        var all =
                IntStream.range(0, jobs).mapToObj(i -> Jobs.job("job-" + i, NOON)).toList();

        assertThat(new Walk(all, QUERY, new PageSize(size), new Random(1), 0).pages())
                .hasSize(pages);
    }

    /// Without giving up, whatever the store does: full pages, and a last one.
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
    void the_pages_make_the_whole_listing_wherever_they_are_cut_short(int size) {
        for (long seed = 0; seed < 200; seed++) {
            var walk = Walk.random(seed, new PageSize(size), 3);
            var pages = walk.pages();

            assertThat(pages)
                    .as("seed %d", seed)
                    .allMatch(page -> page.jobs().size() <= size);
            assertThat(jobsOf(pages)).as("seed %d", seed).isEqualTo(walk.expected());
        }
    }

    private static PageDraft begin(int size) {
        return PageDraft.begin(QUERY, new PageSize(size), Optional.empty());
    }

    private static Position at(String name) {
        return new Position.ByName(new ProcessingJobName(name));
    }

    private static List<ProcessingJob> jobs(String... names) {
        return List.of(names).stream().map(Jobs::job).toList();
    }

    private static List<ProcessingJob> jobsOf(List<Page> pages) {
        return pages.stream().flatMap(page -> page.jobs().stream()).toList();
    }

    /// A client that walks a listing to its end, over a store that stops as it likes.
    ///
    /// @param patience of how many stops one makes the page come short; 0 for none
    private record Walk(
            List<ProcessingJob> jobs,
            ListingQuery query,
            PageSize size,
            Random random,
            int patience) {

        static Walk random(long seed, PageSize size, int patience) {
            var random = new Random(seed);
            var jobs = Jobs.random(random, random.nextInt(60));
            return new Walk(jobs, Listings.random(random), size, random, patience);
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
            boolean givenUp = false;
            while (!draft.isComplete() && !givenUp) {
                draft = draft.plus(find(draft.remainder()));
                calls++;
                assertThat(calls).as("a page without end").isLessThan(jobs.size() + 2);
                givenUp = patience > 0 && random.nextInt(patience) == 0;
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
