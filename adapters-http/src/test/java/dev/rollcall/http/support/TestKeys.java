package dev.rollcall.http.support;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Access keys, and what is signed with them at noon.
public final class TestKeys {

    public static final Instant NOON = Instant.parse("2024-01-03T12:00:00Z");
    public static final Region HERE = new Region("us-east-1");

    public static final AccessKey ADA =
            key("AKIDADA", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "111111111111", "ada");
    public static final AccessKey BOB =
            key("AKIDBOB", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY", "222222222222", "bob");

    /// A temporary key, valid for another hour.
    public static final AccessKey TEMPORARY =
            temporary(ADA, "ASIATEMP", "FwoGZXIvYXdzEXAMPLETOKEN==", NOON.plusSeconds(3600));

    /// A key that allows nothing.
    public static final AccessKey EVE =
            new AccessKey(
                    "AKIDEVE",
                    ADA.secret(),
                    Optional.empty(),
                    ADA.account(),
                    ADA.regions(),
                    Set.of(),
                    "eve");

    private TestKeys() {}

    public static AccessKey key(String id, String secret, String account, String userName) {
        return new AccessKey(
                id,
                Secret.of(secret),
                Optional.empty(),
                new AccountId(account),
                new Regions.All(),
                Set.of(Permission.LIST),
                userName);
    }

    public static AccessKey temporary(AccessKey of, String id, String token, Instant expires) {
        return new AccessKey(
                id,
                of.secret(),
                Optional.of(new SessionToken(Secret.of(token), expires)),
                of.account(),
                of.regions(),
                of.allowed(),
                of.userName());
    }

    public static Signer signer(AccessKey key) {
        return new Signer(key, HERE, NOON);
    }

    /// Ada's request to list jobs, properly signed.
    public static RequestDraft signed() {
        return signer(ADA).sign(RequestDraft.listing());
    }

    /// A request with this body, properly signed.
    public static RequestDraft signed(AccessKey key, String body) {
        return signer(key).sign(RequestDraft.listing().withBody(body));
    }
}
