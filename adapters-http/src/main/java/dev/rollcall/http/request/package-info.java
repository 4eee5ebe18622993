/// A request as it was received: [ReceivedRequest] is the entry. Whatever route it is of, its body
/// is an [IncomingBody] in the one [BodyMemory].
@NullMarked
package dev.rollcall.http.request;

import org.jspecify.annotations.NullMarked;
