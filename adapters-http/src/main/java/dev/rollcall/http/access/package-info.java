/// Who may send requests, and whose jobs they may see: the settings and the keys, and the
/// [Authenticator] that decides about each request.
@NullMarked
package dev.rollcall.http.access;

import org.jspecify.annotations.NullMarked;
