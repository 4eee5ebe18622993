package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Listing;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Mistakes in listing jobs.
final class ListingFlaws {

    private static final String TIES = "ties_sort_by_name_in_the_direction_of_the_listing";

    private static final String COMBINATIONS =
            "every_combination_of_sort_order_and_filters_equals_the_oracle";

    private static final String RANDOM =
            "random_listings_of_random_jobs_equal_the_oracle_page_by_page";

    private static final String LITERALLY = "texts_that_no_name_contains_find_nothing";

    private static final Comparator<ProcessingJob> IGNORING_CASE =
            Comparator.comparing(job -> job.name().value().toLowerCase(Locale.ROOT));

    private ListingFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(walking(), filtering()).flatMap(List::stream);
    }

    private static List<Flaw> walking() {
        return List.of(
                listing(
                        "loses ties of the last job of a page",
                        TIES,
                        () -> seeking(ListingFlaws::keyIsBeyond)),
                listing(
                        "begins a page with the last job of the page before",
                        TIES,
                        () -> seeking(ListingFlaws::isAtOrBeyond)),
                listing(
                        "sorts ties in ascending order only",
                        TIES,
                        () -> sorting(ListingFlaws::withTiesUpwards)),
                listing("does not sort ties", RANDOM, () -> sorting(ListingFlaws::byKeyAlone)),
                listing(
                        "sorts names without case",
                        "names_sort_by_code_point",
                        () -> sorting(_ -> IGNORING_CASE)),
                listing("finds one too few", TIES, () -> limiting(-1)),
                listing("finds one too many", RANDOM, () -> limiting(1)));
    }

    private static List<Flaw> filtering() {
        return List.of(
                listing("takes % for any text", LITERALLY, () -> naming(t -> like(t, "%", ".*"))),
                listing("takes _ for any letter", LITERALLY, () -> naming(t -> like(t, "_", "."))),
                listing("takes * for any text", LITERALLY, () -> naming(t -> like(t, "*", ".*"))),
                listing(
                        "finds texts without case",
                        "upper_and_lower_case_matter",
                        () -> naming(text -> "(?i)" + Pattern.quote(text))),
                listing(
                        "lists all regions of an account",
                        RANDOM,
                        () -> matching(Criterion.InScope.class, ListingFlaws::isOfTheAccount)),
                listing(
                        "takes after for at or after",
                        COMBINATIONS,
                        () -> matching(Criterion.After.class, ListingFlaws::isAtOrAfter)),
                listing(
                        "takes before for at or before",
                        COMBINATIONS,
                        () -> matching(Criterion.Before.class, ListingFlaws::isAtOrBefore)),
                listing(
                        "ignores the status",
                        COMBINATIONS,
                        () -> matching(Criterion.StatusIs.class, (_, _) -> true)));
    }

    private static Flaw listing(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, Listing.class, caughtBy, store);
    }

    private static <C extends Criterion> ProcessingJobStore matching(
            Class<C> leaf, BiPredicate<C, ProcessingJob> wrong) {
        return new FlawedStore() {
            @Override
            boolean meets(Criterion criterion, ProcessingJob job) {
                return leaf.isInstance(criterion)
                        ? wrong.test(leaf.cast(criterion), job)
                        : super.meets(criterion, job);
            }
        };
    }

    private static ProcessingJobStore seeking(BiPredicate<Criterion.Beyond, ProcessingJob> wrong) {
        return matching(Criterion.Beyond.class, wrong);
    }

    private static boolean keyIsBeyond(Criterion.Beyond beyond, ProcessingJob job) {
        boolean tied =
                switch (beyond.position()) {
                    case Position.ByName _ -> false;
                    case Position.ByCreationTime(var time, _) -> time.equals(job.creationTime());
                    case Position.ByStatus(var status, _) -> status == job.status();
                };
        return !tied && beyond.matches(job);
    }

    private static boolean isAtOrBeyond(Criterion.Beyond beyond, ProcessingJob job) {
        return beyond.position().name().equals(job.name()) || beyond.matches(job);
    }

    private static boolean isOfTheAccount(Criterion.InScope in, ProcessingJob job) {
        return in.scope().account().equals(job.scope().account());
    }

    private static boolean isAtOrAfter(Criterion.After after, ProcessingJob job) {
        return !after.field().of(job).isBefore(after.time());
    }

    private static boolean isAtOrBefore(Criterion.Before before, ProcessingJob job) {
        return !before.field().of(job).isAfter(before.time());
    }

    private static ProcessingJobStore naming(Function<String, String> pattern) {
        return matching(
                Criterion.NameContains.class,
                (contains, job) ->
                        Pattern.compile(pattern.apply(contains.text()))
                                .matcher(job.name().value())
                                .find());
    }

    private static String like(String text, String wildcard, String pattern) {
        return Pattern.quote(text).replace(wildcard, "\\E" + pattern + "\\Q");
    }

    private static ProcessingJobStore sorting(Function<Ordering, Comparator<ProcessingJob>> wrong) {
        return new FlawedStore() {
            @Override
            Comparator<ProcessingJob> comparator(Ordering ordering) {
                return wrong.apply(ordering);
            }
        };
    }

    private static Comparator<ProcessingJob> byKeyAlone(Ordering ordering) {
        Comparator<ProcessingJob> ascending =
                switch (ordering.key()) {
                    case NAME -> Comparator.comparing(ProcessingJob::name);
                    case CREATION_TIME -> Comparator.comparing(ProcessingJob::creationTime);
                    case STATUS -> Comparator.comparingInt(job -> job.status().code());
                };
        return ordering.order() == SortOrder.ASCENDING ? ascending : ascending.reversed();
    }

    private static Comparator<ProcessingJob> withTiesUpwards(Ordering ordering) {
        return byKeyAlone(ordering)
                .thenComparing(new Ordering(SortKey.NAME, SortOrder.ASCENDING).comparator());
    }

    private static ProcessingJobStore limiting(int tooMany) {
        return new FlawedStore() {
            @Override
            int limit(Selection selection) {
                return selection.limit() + tooMany;
            }
        };
    }
}
