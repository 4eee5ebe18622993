/// What a listing asks for, in which order, and how it is divided into pages.
@NullMarked
package dev.rollcall.domain.listings;

import org.jspecify.annotations.NullMarked;
