package dev.rollcall.domain.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

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
    void a_full_page_is_followed_by_a_page_beyond_its_last_job() {
        var page = begin(3).plus(new Slice.Full(jobs("a", "b", "c", "d"))).page();

        assertThat(page).isEqualTo(new Page(jobs("a", "b", "c"), Optional.of(at("c"))));
    }

    @Test
    void a_full_last_page_has_no_next() {
        var page = begin(3).plus(new Slice.Full(jobs("a", "b", "c"))).page();

        assertThat(page).isEqualTo(new Page(jobs("a", "b", "c"), Optional.empty()));
    }

    @Test
    void a_listing_without_jobs_is_one_empty_page() {
        var page = begin(3).plus(new Slice.Full(List.of())).page();

        assertThat(page).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void a_draft_continues_where_the_store_stopped_and_asks_for_the_jobs_it_needs() {
        var draft = begin(3).plus(new Slice.Stopped(jobs("a", "c"), at("f")));

        assertThat(draft.isComplete()).isFalse();
        assertThat(draft.remainder()).isEqualTo(QUERY.select(Optional.of(at("f")), 2));
        assertThat(draft.plus(new Slice.Full(jobs("g", "h"))).page())
                .isEqualTo(new Page(jobs("a", "c", "g"), Optional.of(at("g"))));
    }

    @ParameterizedTest
    @CsvSource({"ASCENDING, m", "ASCENDING, l", "DESCENDING, m", "DESCENDING, n"})
    void a_store_that_stops_where_it_began_or_before_is_refused(SortOrder order, String stopped) {
        var query = Listings.all(new Ordering(SortKey.NAME, order));
        var draft = PageDraft.begin(query, new PageSize(3), Optional.of(at("m")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> draft.plus(new Slice.Stopped(jobs("x"), at(stopped))))
                .withMessageContainingAll("stopped at " + at(stopped), "beyond " + at("m"));
    }

    @Test
    void a_store_that_stops_twice_at_the_same_position_is_refused() {
        var stopped = new Slice.Stopped(List.of(), at("f"));
        var draft = begin(3).plus(stopped);

        assertThatIllegalArgumentException().isThrownBy(() -> draft.plus(stopped));
    }

    @Test
    void a_store_that_stops_at_a_position_of_another_listing_is_refused() {
        var byTime = Ordering.DEFAULT.positionOf(Jobs.job("f"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> begin(3).plus(new Slice.Stopped(List.of(), byTime)))
                .withMessageContainingAll(byTime.toString(), "beyond the beginning", "by Name");
    }

    @Test
    void a_page_taken_early_is_followed_by_a_page_from_where_the_store_stopped() {
        assertThat(begin(3).plus(new Slice.Stopped(jobs("a"), at("f"))).page())
                .isEqualTo(new Page(jobs("a"), Optional.of(at("f"))));
        assertThat(begin(3).plus(new Slice.Stopped(List.of(), at("f"))).page())
                .isEqualTo(new Page(List.of(), Optional.of(at("f"))));
    }

    @Test
    void a_page_that_is_just_full_is_followed_by_a_page_from_where_the_store_stopped() {
        assertThat(begin(3).plus(new Slice.Stopped(jobs("a", "b", "c"), at("f"))).page())
                .isEqualTo(new Page(jobs("a", "b", "c"), Optional.of(at("f"))));
    }

    @Test
    void a_store_that_stops_with_all_jobs_it_was_asked_for_completes_the_page() {
        var draft = begin(3).plus(new Slice.Stopped(jobs("a", "b", "c", "d"), at("d")));

        assertThat(draft.isComplete()).isTrue();
        assertThat(draft.page()).isEqualTo(new Page(jobs("a", "b", "c"), Optional.of(at("c"))));
    }

    @Test
    void a_listing_that_can_match_nothing_is_complete_from_the_beginning() {
        var query = Listings.filtered(new Criterion.NameContains("%"));

        var draft = PageDraft.begin(query, new PageSize(3), Optional.empty());

        assertThat(draft.isComplete()).isTrue();
        assertThat(draft.page()).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void a_page_that_the_store_was_not_asked_for_is_not_taken_for_the_last() {
        var draft = begin(3);

        assertThatThrownBy(draft::page).isInstanceOf(NoSuchElementException.class);
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
}
