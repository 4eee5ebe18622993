package dev.rollcall.http.server;

import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.Faults;

import java.time.Duration;
import java.util.Optional;

/// Where the server listens, who may send requests, how it answers them, and what a client may
/// cost.
///
/// @param host the name or address to listen on
/// @param port the port to listen on; 0 for any free one
/// @param access who may send requests, and whose jobs they may see
/// @param tls the certificate of the server; plain HTTP without one
/// @param defaultSortOrder the order of a listing whose request names none
/// @param intake who may record jobs while the server runs
/// @param console whether to serve the console, the page for people
/// @param faults how often an answer is a fault, for tests of clients
public record HttpSettings(
        String host,
        int port,
        Access access,
        Optional<TlsFiles> tls,
        SortOrder defaultSortOrder,
        IntakeSettings intake,
        boolean console,
        Limits limits,
        Optional<Faults> faults) {

    /// @throws IllegalArgumentException if the port is not between 0 and 65535
    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(port + " is not a port");
        }
    }

    /// A server without faults.
    public HttpSettings(
            String host,
            int port,
            Access access,
            Optional<TlsFiles> tls,
            SortOrder defaultSortOrder,
            IntakeSettings intake,
            boolean console,
            Limits limits) {
        this(host, port, access, tls, defaultSortOrder, intake, console, limits, Optional.empty());
    }

    /// Plain HTTP in the default order of the API, with the console, within the limits of
    /// [Limits#defaults()].
    public static HttpSettings of(String host, int port, Access access) {
        return new HttpSettings(
                host,
                port,
                access,
                Optional.empty(),
                Ordering.DEFAULT.order(),
                IntakeSettings.DEFAULT,
                true,
                Limits.defaults());
    }

    /// The same server, with these who may record jobs.
    public HttpSettings withIntake(IntakeSettings other) {
        return new HttpSettings(
                host, port, access, tls, defaultSortOrder, other, console, limits, faults);
    }

    /// The same server, with faults.
    public HttpSettings withFaults(Optional<Faults> other) {
        return new HttpSettings(
                host, port, access, tls, defaultSortOrder, intake, console, limits, other);
    }

    /// What a client may cost.
    ///
    /// @param headBytes how long the request line and the headers may be together, in bytes
    /// @param bodyBytes how long the body of a request may be that only reads, in bytes
    /// @param bodyMemoryBytes how much memory the bodies of all requests and answers may take
    ///   together
    /// @param connections how many connections may be open; further clients wait to be accepted
    /// @param clientTimeout how long a client may take for each of these: to send the head of a
    ///   request, to send its body, and to receive the answer
    /// @param keepAlive how long a connection may be idle between two requests; it should be longer
    ///   than a load balancer waits, or the balancer sends requests into closing connections
    /// @param drain how long a closing server goes on accepting clients, whose requests it refuses
    /// @param stopTimeout how long a closing server waits for requests that are being answered
    public record Limits(
            int headBytes,
            int bodyBytes,
            long bodyMemoryBytes,
            int connections,
            Duration clientTimeout,
            Duration keepAlive,
            Duration drain,
            Duration stopTimeout) {

        /// @throws IllegalArgumentException if a limit is not positive
        public Limits {
            if (headBytes < 1
                    || bodyBytes < 1
                    || bodyMemoryBytes < 1
                    || connections < 1
                    || !clientTimeout.isPositive()
                    || !keepAlive.isPositive()
                    || !drain.isPositive()
                    || !stopTimeout.isPositive()) {
                throw new IllegalArgumentException("a limit that is not positive");
            }
        }

        /// 16 KiB of head, 128 KiB of body, a third of the heap for all bodies, 10,000 connections,
        /// 30 s for a client, 75 s without a request, which is above the 60 s of usual balancers, 1
        /// s to drain and 30 s to stop.
        public static Limits defaults() {
            return new Limits(
                    16 * 1024,
                    128 * 1024,
                    Runtime.getRuntime().maxMemory() / 3,
                    10_000,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(75),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30));
        }
    }
}
