/// A request as it was received.
@NullMarked
package dev.rollcall.http.request;

import org.jspecify.annotations.NullMarked;
