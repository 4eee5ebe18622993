package dev.rollcall.jdbc.postgres;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A server that is not there yet, as opposed to one that refuses.
final class ServerAbsence {

    /// The SQLSTATEs of a connection that the driver cannot make (nobody listens, or the host has
    /// no address), and of a server that is starting.
    private static final Set<String> STATES = Set.of("08001", "57P03");

    private ServerAbsence() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof SQLException e && STATES.contains(e.getSQLState()));
    }
}
