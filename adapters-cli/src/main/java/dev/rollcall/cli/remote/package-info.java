/// Records jobs through a server that is running: the client of `POST /events`.
@NullMarked
package dev.rollcall.cli.remote;

import org.jspecify.annotations.NullMarked;
