/// Files that are written whole, hold secrets, or are read again when they change.
@NullMarked
package dev.rollcall.cli.files;

import org.jspecify.annotations.NullMarked;
