/// Jobs on their way from files into a storage.
@NullMarked
package dev.rollcall.cli.importing;

import org.jspecify.annotations.NullMarked;
