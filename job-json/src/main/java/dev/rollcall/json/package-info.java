/// The AWS JSON spelling of a processing job, read and written.
@NullMarked
package dev.rollcall.json;

import org.jspecify.annotations.NullMarked;
