/// What becomes of requests, for those who watch the server: handlers write [RequestNotes] while
/// they answer, and a [RequestObserver] is told of each [AnsweredRequest].
@NullMarked
package dev.rollcall.http.observed;

import org.jspecify.annotations.NullMarked;
