/// Storages, use cases and the server, put together with Dagger.
@NullMarked
package dev.rollcall.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
