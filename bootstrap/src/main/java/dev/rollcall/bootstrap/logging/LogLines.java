package dev.rollcall.bootstrap.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Writes what one class logs, from a level on.
final class LogLines extends LegacyAbstractLogger implements LoggingEventAware {

    private static final long serialVersionUID = 1L;

    private final Level level;

    LogLines(String className) {
        this.name = className;
        this.level = level(className);
    }

    /// Rollcall's own lines from info on; its libraries only when something is wrong. Jetty warns
    /// of malformed requests with what strangers sent, which belongs in no log.
    private static Level level(String className) {
        if (className.startsWith("dev.rollcall.")) {
            return Level.INFO;
        }
        return className.startsWith("org.eclipse.jetty.") ? Level.ERROR : Level.WARN;
    }

    private boolean isEnabled(Level other) {
        return other.toInt() >= level.toInt();
    }

    @Override
    public void log(LoggingEvent event) {
        var message =
                MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
        write(
                event.getLevel(),
                Objects.requireNonNullElse(message, ""),
                Objects.requireNonNullElse(event.getKeyValuePairs(), List.of()),
                event.getThrowable());
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level of,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        var message = MessageFormatter.basicArrayFormat(pattern, arguments);
        write(of, Objects.requireNonNullElse(message, ""), List.of(), failure);
    }

    private void write(
            Level of, String message, List<KeyValuePair> values, @Nullable Throwable failure) {
        LogFormat.current()
                .write(
                        new LogEntry(
                                Instant.now(),
                                of,
                                name.substring(name.lastIndexOf('.') + 1),
                                message,
                                values,
                                Optional.ofNullable(failure)));
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return LogLines.class.getName();
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }
}
