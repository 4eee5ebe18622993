/// What a listing asks for, in which order, and how its pages are cut.
@NullMarked
package dev.rollcall.domain.listings;

import org.jspecify.annotations.NullMarked;
