package dev.rollcall.http;

import dev.rollcall.application.FindAccessKey;
import dev.rollcall.domain.AccountId;
import dev.rollcall.domain.Region;

import java.time.Duration;
import java.util.Optional;

/// Where the server listens, whom it lets in, and what it puts up with.
///
/// @param host the name or address to listen on
/// @param port the port to listen on; 0 for any free one
/// @param access who may ask, and about whose jobs
/// @param tls the certificate to serve with; without one the server speaks plain HTTP
public record HttpSettings(
        String host, int port, Access access, Optional<TlsFiles> tls, Limits limits) {

    /// @throws IllegalArgumentException if the port is not between 0 and 65535
    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(port + " is not a port");
        }
    }

    /// Plain HTTP within the limits of [Limits#defaults()].
    public static HttpSettings of(String host, int port, Access access) {
        return new HttpSettings(host, port, access, Optional.empty(), Limits.defaults());
    }

    /// Who may ask, and about whose jobs.
    public sealed interface Access {

        /// Everybody, about the jobs of one account. The region is the one a request says it is
        /// signed for, which nothing verifies, or this one if it names none.
        record Open(AccountId account, Region region) implements Access {}

        /// Whoever signs with one of these keys, about the jobs of the key's account in the region
        /// that is signed for.
        ///
        /// @param skew how far a client's clock may differ, in whole minutes
        /// @param rate how often a key may ask; as often as it likes if empty
        record Signed(FindAccessKey keys, Duration skew, Optional<Rate> rate) implements Access {

            /// How far a client's clock may differ on AWS.
            public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);
        }
    }

    /// How often an access key may ask.
    ///
    /// @param perSecond requests a second, in the long run
    /// @param burst requests at once, after a pause
    public record Rate(int perSecond, int burst) {

        /// @throws IllegalArgumentException if a number is not positive
        public Rate {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("a rate that is not positive");
            }
        }
    }

    /// What a client may cost.
    ///
    /// @param headBytes how long the request line and the headers may be together, in bytes
    /// @param bodyBytes how long a request's body may be, in bytes
    /// @param connections how many connections may be open; further clients wait to be accepted
    /// @param patience how long a client may take to send the head of a request, to send its body
    ///   and to take the answer, each; and how long a connection may lie idle
    /// @param stopTimeout how long a closing server waits for requests that are being answered
    public record Limits(
            int headBytes,
            int bodyBytes,
            int connections,
            Duration patience,
            Duration stopTimeout) {

        /// @throws IllegalArgumentException if a limit is not positive
        public Limits {
            if (headBytes < 1
                    || bodyBytes < 1
                    || connections < 1
                    || !patience.isPositive()
                    || !stopTimeout.isPositive()) {
                throw new IllegalArgumentException("a limit that is not positive");
            }
        }

        /// 16 KiB of head, 1 MiB of body, 10,000 connections, 30 s of patience, 30 s to stop.
        public static Limits defaults() {
            return new Limits(
                    16 * 1024, 1024 * 1024, 10_000, Duration.ofSeconds(30), Duration.ofSeconds(30));
        }
    }
}
