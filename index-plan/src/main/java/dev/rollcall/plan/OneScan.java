package dev.rollcall.plan;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Selection;

/// Tells before a slice is looked for whether [BoundedScan] will ask its reader for a single scan.
public final class OneScan {

    private OneScan() {}

    /// Whether a slice is what the scan of one range finds, each entry of which is a match. There
    /// is no alternative path then: what would bound one is left to check in this range.
    public static boolean suffices(Selection selection, WorkBudget budget) {
        var ranges = AccessPaths.inListingOrder(selection).ranges();
        return ranges.size() == 1
                && ranges.getFirst().hasOnlyWholeMatches()
                && selection.limit() <= BoundedScan.firstScan(budget);
    }
}
