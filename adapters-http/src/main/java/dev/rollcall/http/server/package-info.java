/// The HTTP server: connections, TLS, deadlines.
@NullMarked
package dev.rollcall.http.server;

import org.jspecify.annotations.NullMarked;
