/// A request as it was received: [ReceivedRequest] is the entry.
@NullMarked
package dev.rollcall.http.request;

import org.jspecify.annotations.NullMarked;
