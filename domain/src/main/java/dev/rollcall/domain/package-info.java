/// The rules of listing processing jobs.
///
/// A [ListingRequest], as a client sends it, is checked and becomes a [PageRequest]. A [PageDraft]
/// makes a [Selection] from it, a list of [Criterion] conditions for a store, and collects the
/// [Slice]s that the store answers, until they make a [Page]. [PageTokens] seal the position where
/// the next page begins.
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
