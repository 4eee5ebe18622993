package dev.rollcall.bench.pages;

import java.util.List;
import java.util.Optional;

/// A page that is asked for.
///
/// @param status what the listing is filtered by
/// @param deep whether the page lies in the middle of its listing
record Listing(String label, int rows, Door door, Optional<String> status, boolean deep) {

    static final Listing PAGE = of("100 rows", 100, Door.OPEN);
    static final Listing SIGNED = of("100 rows, signed", 100, Door.SIGNED);

    private static final Listing TEN = of("10 rows", 10, Door.OPEN);
    private static final Listing TEN_SIGNED = of("10 rows, signed", 10, Door.SIGNED);

    /// Those that the answers of a store without any work differ in.
    static final List<Listing> READY = List.of(TEN, TEN_SIGNED, PAGE, SIGNED);

    static final List<Listing> ALL =
            List.of(
                    TEN,
                    TEN_SIGNED,
                    PAGE,
                    SIGNED,
                    new Listing("100 rows, deep", 100, Door.OPEN, Optional.empty(), true),
                    new Listing("100 rows, deep, signed", 100, Door.SIGNED, Optional.empty(), true),
                    new Listing("100 rows, Failed", 100, Door.OPEN, Optional.of("Failed"), false),
                    of("100 rows, jobs with details", 100, Door.DESCRIBED));

    private static Listing of(String label, int rows, Door door) {
        return new Listing(label, rows, door, Optional.empty(), false);
    }
}
