/// A server beside a test with JUnit Jupiter, for tests that run on a Java older than the server's.
@NullMarked
package dev.rollcall.jupiter.process;

import org.jspecify.annotations.NullMarked;
