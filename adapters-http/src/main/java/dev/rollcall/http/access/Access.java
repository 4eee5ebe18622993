package dev.rollcall.http.access;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Who may send requests, and whose jobs they may see.
public sealed interface Access {

    /// Everybody may, and sees the jobs of one account. The region is the one that a request says
    /// it is signed for, which is not verified, or this one if the request names none.
    ///
    /// @param hosts further names that requests may have in `Host` and `Origin`, beside the one
    ///   that the server listens on and those of the loopback
    record Open(AccountId account, Region region, Set<String> hosts) implements Access {

        public Open {
            hosts = Set.copyOf(hosts);
        }

        /// A server that has no further names.
        public Open(AccountId account, Region region) {
            this(account, region, Set.of());
        }
    }

    /// As [Open], but for requests of whatever name: also web pages may send some. For tests, whose
    /// jobs nobody has to protect.
    record Anybody(AccountId account, Region region) implements Access {}

    /// Whoever signs with one of these keys may, and sees the jobs of the key's account in the
    /// region that the request is signed for.
    ///
    /// @param skew how far a client's clock may differ, in whole minutes as in AWS's error messages
    /// @param rate how often a key may be used; as often as its owner likes if empty
    record Signed(FindAccessKey keys, Duration skew, Optional<Rate> rate) implements Access {

        /// How far a client's clock may differ on AWS.
        public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);

        /// @throws IllegalArgumentException if the skew is not a positive number of whole minutes
        public Signed {
            if (!skew.isPositive() || !skew.equals(Duration.ofMinutes(skew.toMinutes()))) {
                throw new IllegalArgumentException("a skew of " + skew);
            }
        }
    }
}
