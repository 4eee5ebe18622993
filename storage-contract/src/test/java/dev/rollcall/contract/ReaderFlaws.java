package dev.rollcall.contract;

import dev.rollcall.contract.FlawedReadersTest.Flaw;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.IndexReader.Scanned;
import dev.rollcall.plan.JobIndex;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The mistakes of a store that reads its indexes without care.
final class ReaderFlaws {

    private static final String COUNTS = "a_count_is_exact_up_to_its_limit_and_empty_beyond_it";
    private static final String COUNTS_TEXTS =
            "an_index_by_text_counts_as_exactly_as_any_other_or_not_at_all";
    private static final String ALL =
            "all_jobs_of_a_range_are_read_whole_whatever_is_left_to_check";
    private static final String FINDS =
            "a_scan_finds_the_jobs_that_match_in_the_order_of_the_listing";
    private static final String STOPS = "a_scan_stops_at_its_last_entry_even_where_the_range_ends";
    private static final String FILLS =
            "a_scan_that_finds_its_limit_does_not_stop_even_at_its_last_entry";
    private static final String FETCHES =
            "the_jobs_of_a_path_are_fetched_in_the_order_of_the_listing_up_to_its_limit";
    private static final String FETCHES_BOTH = "a_path_over_two_indexes_is_fetched_as_one_listing";
    private static final String LOADS = "jobs_that_were_found_by_name_are_loaded";
    private static final String LOADS_NONE = "no_names_load_no_jobs";

    private ReaderFlaws() {}

    static Stream<Flaw> all() {
        return Stream.of(counting(), scanning(), reading()).flatMap(List::stream);
    }

    private static List<Flaw> counting() {
        return List.of(
                counting(
                        "takes as many as its limit for too many",
                        COUNTS,
                        (sound, range, limit) -> below(limit, sound.count(range, limit))),
                counting(
                        "counts one past its limit",
                        COUNTS,
                        (sound, range, limit) -> sound.count(range, limit + 1)),
                counting(
                        "takes as many texts as its limit for too many",
                        COUNTS_TEXTS,
                        (sound, range, limit) ->
                                range.index() == JobIndex.BY_TEXT
                                        ? below(limit, sound.count(range, limit))
                                        : sound.count(range, limit)));
    }

    private static OptionalInt below(int limit, OptionalInt count) {
        return count.equals(OptionalInt.of(limit)) ? OptionalInt.empty() : count;
    }

    private static List<Flaw> scanning() {
        return List.of(
                scanning(
                        "finds the last ones first",
                        FINDS,
                        (sound, range, selection, rows) -> {
                            var scanned = sound.scan(range, selection, rows);
                            return new Scanned(
                                    scanned.found().reversed(),
                                    scanned.examined(),
                                    scanned.stoppedAt());
                        }),
                scanning(
                        "does not check what is left to check",
                        FINDS,
                        (sound, range, selection, rows) ->
                                sound.scan(
                                        new IndexRange(range.index(), range.bounds(), List.of()),
                                        selection,
                                        rows)),
                scanning(
                        "scans one entry too many",
                        STOPS,
                        (sound, range, selection, rows) -> sound.scan(range, selection, rows + 1)),
                scanning(
                        "takes its last entry for the end of the range",
                        STOPS,
                        (sound, range, selection, rows) -> {
                            var scanned = sound.scan(range, selection, rows);
                            return new Scanned(
                                    scanned.found(), scanned.examined(), Optional.empty());
                        }),
                scanning(
                        "stops where it finds its limit",
                        FILLS,
                        (sound, range, selection, rows) -> {
                            var more = selection.limit(selection.limit() + 1);
                            return sound.scan(range, more, rows);
                        }));
    }

    private static List<Flaw> reading() {
        return List.of(
                flaw(
                        "reads only those jobs of a range that match",
                        ALL,
                        sound ->
                                new FlawedReader(sound) {
                                    @Override
                                    public List<ProcessingJob> all(IndexRange range) {
                                        return super.all(range).stream()
                                                .filter(range::matches)
                                                .toList();
                                    }
                                }),
                flaw(
                        "has all jobs in its indexes of late ones",
                        ALL,
                        sound ->
                                new FlawedReader(sound) {
                                    @Override
                                    public List<ProcessingJob> all(IndexRange range) {
                                        return super.all(
                                                new IndexRange(
                                                        JobIndex.BY_CREATION,
                                                        range.bounds(),
                                                        range.residual()));
                                    }
                                }),
                fetching(
                        "fetches one job more than the limit",
                        FETCHES,
                        (sound, path, selection) ->
                                sound.fetch(path, selection.limit(selection.limit() + 1))),
                fetching(
                        "fetches one range after the other",
                        FETCHES_BOTH,
                        (sound, path, selection) ->
                                path.ranges().stream()
                                        .map(range -> new AccessPath(List.of(range)))
                                        .flatMap(each -> sound.fetch(each, selection).stream())
                                        .limit(selection.limit())
                                        .toList()),
                loading(
                        "loads the first job alone",
                        LOADS,
                        (sound, names) -> sound.load(names.subList(0, Math.min(1, names.size())))),
                loading(
                        "takes no names for all",
                        LOADS_NONE,
                        (sound, names) ->
                                names.isEmpty()
                                        ? List.of(IndexRanges.JOBS.getFirst())
                                        : sound.load(names)));
    }

    private static Flaw flaw(String name, String caughtBy, Flaw.Source reader) {
        return new Flaw(name, caughtBy, reader);
    }

    @FunctionalInterface
    private interface Count {
        OptionalInt of(IndexReader sound, IndexRange range, int limit);
    }

    private static Flaw counting(String name, String caughtBy, Count count) {
        return flaw(
                name,
                caughtBy,
                sound ->
                        new FlawedReader(sound) {
                            @Override
                            public OptionalInt count(IndexRange range, int limit) {
                                return count.of(sound, range, limit);
                            }
                        });
    }

    @FunctionalInterface
    private interface Scan {
        Scanned of(IndexReader sound, IndexRange range, Selection selection, int rows);
    }

    private static Flaw scanning(String name, String caughtBy, Scan scan) {
        return flaw(
                name,
                caughtBy,
                sound ->
                        new FlawedReader(sound) {
                            @Override
                            public Scanned scan(IndexRange range, Selection selection, int rows) {
                                return scan.of(sound, range, selection, rows);
                            }
                        });
    }

    @FunctionalInterface
    private interface Fetch {
        List<Found> of(IndexReader sound, AccessPath path, Selection selection);
    }

    private static Flaw fetching(String name, String caughtBy, Fetch fetch) {
        return flaw(
                name,
                caughtBy,
                sound ->
                        new FlawedReader(sound) {
                            @Override
                            public List<Found> fetch(AccessPath path, Selection selection) {
                                return fetch.of(sound, path, selection);
                            }
                        });
    }

    @FunctionalInterface
    private interface Load {
        List<ProcessingJob> of(IndexReader sound, List<ProcessingJobName> names);
    }

    private static Flaw loading(String name, String caughtBy, Load load) {
        return flaw(
                name,
                caughtBy,
                sound ->
                        new FlawedReader(sound) {
                            @Override
                            public List<ProcessingJob> load(List<ProcessingJobName> names) {
                                return load.of(sound, names);
                            }
                        });
    }
}
