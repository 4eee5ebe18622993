package dev.rollcall.http.access;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A key that clients sign their requests with, and what it allows them to do.
///
/// @param id how a request names the key: letters, digits and underscores, at most 128
/// @param sessionToken what a request must contain too if the key is temporary
/// @param account the account whose jobs the key gives access to
/// @param regions the regions in which the key is valid
/// @param allowed what the key may be used for
/// @param userName who uses the key, for people to read
public record AccessKey(
        String id,
        Secret secret,
        Optional<SessionToken> sessionToken,
        AccountId account,
        Regions regions,
        Set<Permission> allowed,
        String userName) {

    /// The constraint on a foreign identifier (IAM API, `AccessKeyId`), without its lower bound.
    public static final Pattern ID_PATTERN = Pattern.compile("[A-Za-z0-9_]{1,128}");

    /// @throws IllegalArgumentException if the identifier does not match [#ID_PATTERN]
    public AccessKey {
        requireId(id);
        allowed = Set.copyOf(allowed);
    }

    /// The identifier, if it is one.
    ///
    /// @throws IllegalArgumentException if it does not match [#ID_PATTERN]
    public static String requireId(String id) {
        if (!ID_PATTERN.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the identifier of an access key does not match " + ID_PATTERN.pattern());
        }
        return id;
    }

    /// The second secret of a temporary key.
    ///
    /// @param expires the first moment at which the key is no longer valid
    public record SessionToken(Secret secret, Instant expires) {}

    /// The regions in which a key is valid.
    public sealed interface Regions {

        boolean include(Region region);

        /// Every region.
        record All() implements Regions {

            @Override
            public boolean include(Region region) {
                return true;
            }
        }

        /// These regions.
        record Only(Set<Region> regions) implements Regions {

            public Only {
                regions = Set.copyOf(regions);
            }

            @Override
            public boolean include(Region region) {
                return regions.contains(region);
            }
        }
    }

    public boolean allows(Permission permission) {
        return allowed.contains(permission);
    }

    /// Whether a request with this session token, or without one, has what the key requires.
    public boolean acceptsSessionToken(Optional<String> token) {
        return sessionToken
                .map(own -> token.filter(own.secret()::matches).isPresent())
                .orElseGet(token::isEmpty);
    }

    /// Whether the key is a temporary one that is no longer valid.
    public boolean hasExpired(Instant now) {
        return sessionToken.filter(token -> !now.isBefore(token.expires())).isPresent();
    }
}
