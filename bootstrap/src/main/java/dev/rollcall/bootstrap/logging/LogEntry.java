package dev.rollcall.bootstrap.logging;

import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that is logged.
///
/// @param source the simple name of the class that says it
record LogEntry(
        Instant time,
        Level level,
        String source,
        String message,
        List<KeyValuePair> values,
        Optional<Throwable> failure) {}
