package dev.rollcall.json.stream;

import java.util.Optional;

/// A list that is being read, whose end is still to come.
///
/// @param at where it begins, or the listing whose jobs it holds
/// @param listing the text of that listing before its jobs; empty if it is a list on its own
record OpenList(Place at, Optional<String> listing) {

    boolean isOfListing() {
        return listing.isPresent();
    }
}
