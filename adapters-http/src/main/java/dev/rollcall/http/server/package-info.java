/// The HTTP server: [RollcallServer] is the entry, and [HttpSettings] are its settings.
@NullMarked
package dev.rollcall.http.server;

import org.jspecify.annotations.NullMarked;
