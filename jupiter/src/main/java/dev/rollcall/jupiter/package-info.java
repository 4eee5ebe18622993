/// A Rollcall in a test with JUnit Jupiter: [RollcallExtension].
@NullMarked
package dev.rollcall.jupiter;

import org.jspecify.annotations.NullMarked;
