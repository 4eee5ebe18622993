package dev.rollcall.http.access;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;

import java.time.Duration;
import java.util.Optional;

/// Who may ask, and about whose jobs.
public sealed interface Access {

    /// Everybody, about the jobs of one account. The region is the one a request says it is signed
    /// for, which nothing verifies, or this one if it names none.
    record Open(AccountId account, Region region) implements Access {}

    /// Whoever signs with one of these keys, about the jobs of the key's account in the region that
    /// is signed for.
    ///
    /// @param skew how far a client's clock may differ, in whole minutes
    /// @param rate how often a key may ask; as often as it likes if empty
    record Signed(FindAccessKey keys, Duration skew, Optional<Rate> rate) implements Access {

        /// How far a client's clock may differ on AWS.
        public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);
    }
}
