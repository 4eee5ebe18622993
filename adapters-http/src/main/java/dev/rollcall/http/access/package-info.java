/// Who may send requests, and for whose jobs.
@NullMarked
package dev.rollcall.http.access;

import org.jspecify.annotations.NullMarked;
