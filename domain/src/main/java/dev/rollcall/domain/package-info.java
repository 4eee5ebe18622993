/// The rules of listing processing jobs.
///
/// The way of a listing: a [ListingRequest] as a client sends it becomes a [Listing] that keeps
/// every constraint; a [PageDraft] turns it into a [Selection] of sealed [Criterion] leaves for a
/// store, takes the [Slice] the store answers and ends as a [Page], whose position [PageTokens]
/// seal.
@NullMarked
package dev.rollcall.domain;

import org.jspecify.annotations.NullMarked;
