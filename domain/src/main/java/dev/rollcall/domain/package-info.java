/// The rules of listing processing jobs.
///
/// The way of a listing: a [ListingRequest] as a client sends it becomes a [PageRequest] that keeps
/// every constraint; a [PageDraft] turns it into a [Selection] of sealed [Criterion] leaves for a
/// store, takes the [Slice] the store answers and ends as a [Page], whose position [PageTokens]
/// seal.
@NullMarked
package dev.rollcall.domain;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.Page;
import dev.rollcall.domain.listings.PageDraft;
import dev.rollcall.domain.listings.PageRequest;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.tokens.PageTokens;

import org.jspecify.annotations.NullMarked;
