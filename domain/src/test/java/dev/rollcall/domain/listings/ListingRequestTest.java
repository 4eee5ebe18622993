package dev.rollcall.domain.listings;

import static dev.rollcall.domain.jobs.Jobs.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.validation.Members;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ListingRequestTest {

    private static final List<String> STATUSES =
            List.of("InProgress", "Completed", "Failed", "Stopping", "Stopped");
    private static final List<String> SORT_KEYS = List.of("Name", "CreationTime", "Status");
    private static final List<String> SORT_ORDERS = List.of("Ascending", "Descending");

    @Test
    void a_request_without_members_lists_all_by_creation_time_ascending_ten_a_page() {
        assertThat(Listings.page())
                .isEqualTo(
                        new PageRequest(
                                new ListingQuery(
                                        SCOPE,
                                        List.of(),
                                        new Ordering(SortKey.CREATION_TIME, SortOrder.ASCENDING)),
                                new PageSize(10),
                                Optional.empty()));
    }

    @Test
    void every_member_of_a_request_is_in_the_listing() {
        var listing =
                Listings.page(
                        "CreationTimeAfter=2026-01-01T00:00:00Z",
                        "CreationTimeBefore=2026-01-02T00:00:00Z",
                        "LastModifiedTimeAfter=2026-01-03T00:00:00Z",
                        "LastModifiedTimeBefore=2026-01-04T00:00:00Z",
                        "NameContains=train",
                        "StatusEquals=Stopping",
                        "SortBy=Status",
                        "SortOrder=Descending",
                        "NextToken=a token",
                        "MaxResults=100");

        assertThat(listing.query().scope()).isEqualTo(SCOPE);
        assertThat(listing.query().filters())
                .containsExactlyInAnyOrder(
                        new Criterion.After(TimeField.CREATION_TIME, day(1)),
                        new Criterion.Before(TimeField.CREATION_TIME, day(2)),
                        new Criterion.After(TimeField.LAST_MODIFIED_TIME, day(3)),
                        new Criterion.Before(TimeField.LAST_MODIFIED_TIME, day(4)),
                        new Criterion.NameContains("train"),
                        new Criterion.StatusIs(ProcessingJobStatus.STOPPING));
        assertThat(listing.query().ordering())
                .isEqualTo(new Ordering(SortKey.STATUS, SortOrder.DESCENDING));
        assertThat(listing.nextToken()).contains("a token");
        assertThat(listing.pageSize()).isEqualTo(new PageSize(100));
    }

    @Test
    void members_may_be_set_in_any_order_and_more_than_once() {
        var forwards =
                ListingRequest.everything()
                        .withCreationTimeAfter(day(1))
                        .withCreationTimeBefore(day(2))
                        .withLastModifiedTimeAfter(day(3))
                        .withLastModifiedTimeBefore(day(4))
                        .withNameContains("train")
                        .withStatusEquals("Stopping")
                        .withSortBy("Status")
                        .withSortOrder("Descending")
                        .withNextToken("a token")
                        .withMaxResults(100);
        var backwards =
                ListingRequest.everything()
                        .withMaxResults(1)
                        .withMaxResults(100)
                        .withNextToken("a token")
                        .withSortOrder("Descending")
                        .withSortBy("Status")
                        .withStatusEquals("Stopping")
                        .withNameContains("train")
                        .withLastModifiedTimeBefore(day(4))
                        .withLastModifiedTimeAfter(day(3))
                        .withCreationTimeBefore(day(2))
                        .withCreationTimeAfter(day(1));

        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void a_member_without_a_value_leaves_the_request_as_it_is() {
        var request = ListingRequest.everything().withNameContains("train");

        assertThat(request.with(Optional.of("test"), ListingRequest::withNameContains))
                .isEqualTo(ListingRequest.everything().withNameContains("test"));
        assertThat(request.with(Optional.empty(), ListingRequest::withNameContains))
                .isEqualTo(request);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-0%dT00:00:00Z".formatted(day));
    }

    @Test
    void a_sort_key_and_a_sort_order_have_their_own_defaults() {
        assertThat(Listings.page("SortBy=Name").query().ordering())
                .isEqualTo(new Ordering(SortKey.NAME, SortOrder.ASCENDING));
        assertThat(Listings.page("SortOrder=Descending").query().ordering())
                .isEqualTo(new Ordering(SortKey.CREATION_TIME, SortOrder.DESCENDING));
    }

    @Test
    void an_empty_text_is_no_filter() {
        assertThat(Listings.page("NameContains=").query().filters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "%", "_", "\\", ".*", "$", "'", "\"", "\0", "é", "😀", "\uD83D"})
    void any_other_text_is_a_filter(String text) {
        assertThat(Listings.page("NameContains=" + text).query().filters())
                .containsExactly(new Criterion.NameContains(text));
    }

    @Test
    void bounds_that_exclude_each_other_are_no_violation() {
        var listing =
                Listings.page(
                        "CreationTimeAfter=2026-01-02T00:00:00Z",
                        "CreationTimeBefore=2026-01-01T00:00:00Z");

        assertThat(listing.query().filters()).hasSize(2);
    }

    @Test
    void all_violations_are_reported_at_once_in_the_order_of_the_api() {
        var token = "\n".repeat(8193);

        assertThat(
                        violations(
                                "MaxResults=0",
                                "NextToken=" + token,
                                "SortOrder=Up",
                                "SortBy=Age",
                                "StatusEquals=Lost"))
                .containsExactly(
                        new Violation.NotInEnum("StatusEquals", "Lost", STATUSES),
                        new Violation.NotInEnum("SortBy", "Age", SORT_KEYS),
                        new Violation.NotInEnum("SortOrder", "Up", SORT_ORDERS),
                        new Violation.TooLong("NextToken", token, 8192),
                        new Violation.PatternMismatch("NextToken", token, ".*"),
                        new Violation.TooSmall("MaxResults", 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "COMPLETED", "Completed ", "", "10"})
    void a_status_is_spelled_as_in_the_api(String status) {
        assertThat(violations("StatusEquals=" + status))
                .containsExactly(new Violation.NotInEnum("StatusEquals", status, STATUSES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "NAME", "creationTime", "LastModifiedTime", ""})
    void a_sort_key_is_spelled_as_in_the_api(String key) {
        assertThat(violations("SortBy=" + key))
                .containsExactly(new Violation.NotInEnum("SortBy", key, SORT_KEYS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascending", "DESCENDING", "Asc", ""})
    void a_sort_order_is_spelled_as_in_the_api(String order) {
        assertThat(violations("SortOrder=" + order))
                .containsExactly(new Violation.NotInEnum("SortOrder", order, SORT_ORDERS));
    }

    @ParameterizedTest
    @CsvSource({"-2147483648", "-1", "0"})
    void a_page_has_at_least_one_job(int size) {
        assertThat(violations("MaxResults=" + size))
                .containsExactly(new Violation.TooSmall("MaxResults", size, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageSize(size));
    }

    @ParameterizedTest
    @CsvSource({"101", "2147483647"})
    void a_page_has_at_most_a_hundred_jobs(int size) {
        assertThat(violations("MaxResults=" + size))
                .containsExactly(new Violation.TooLarge("MaxResults", size, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageSize(size));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "99", "100"})
    void a_page_size_from_1_to_100_is_valid(int size) {
        assertThat(Listings.page("MaxResults=" + size).pageSize().value()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "😀"})
    void a_token_has_up_to_8192_code_points(String c) {
        var longest = c.repeat(8192);

        assertThat(Listings.page("NextToken=" + longest).nextToken()).contains(longest);
        assertThat(violations("NextToken=" + longest + c))
                .containsExactly(new Violation.TooLong("NextToken", longest + c, 8192));
    }

    @Test
    void an_empty_token_counts_as_absent() {
        assertThat(Listings.page("NextToken=").nextToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    void a_line_terminator_in_a_token_breaks_its_pattern(String terminator) {
        for (String token : List.of(terminator, terminator + "a", "a" + terminator)) {
            assertThat(violations("NextToken=" + token))
                    .containsExactly(new Violation.PatternMismatch("NextToken", token, ".*"));
        }
    }

    private static List<Violation> violations(String... members) {
        return Members.violations(Listings.request(Members.of(members)).check(SCOPE));
    }
}
