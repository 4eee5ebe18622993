/// What the packages of the domain share and nobody else needs; the module does not export it.
@NullMarked
package dev.rollcall.domain.internal;

import org.jspecify.annotations.NullMarked;
