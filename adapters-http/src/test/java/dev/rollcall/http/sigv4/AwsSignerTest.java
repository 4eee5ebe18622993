package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.TEMPORARY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the AWS SDK's own signer signs is accepted, and nothing that differs from it in one place.
class AwsSignerTest {

    private static final int REQUESTS = 2_000;
    private static final long SEED = 4_052_024;

    private static final List<AccessKey> KEYS = List.of(ADA, BOB, TEMPORARY);
    private static final List<String> REGIONS =
            List.of("us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1", "moon-1");

    private final Map<String, AccessKey> byId =
            KEYS.stream().collect(Collectors.toMap(AccessKey::id, Function.identity()));
    private final SigningKeys signingKeys = new SigningKeys();

    private AuthenticationResult authenticate(RequestDraft request, Instant now) {
        var check =
                new SignedAccess(
                        id -> Optional.ofNullable(byId.get(id)),
                        Access.Signed.DEFAULT_SKEW,
                        () -> now,
                        signingKeys);
        return check.authenticate(request.received());
    }

    @Test
    void random_requests_verify_and_none_of_their_single_mutations_does() {
        var random = new Random(SEED);
        var requests = new RandomRequest(random);
        for (int i = 0; i < REQUESTS; i++) {
            AccessKey key = requests.pick(KEYS);
            var region = new Region(requests.pick(REGIONS));
            Instant now = NOON.minusSeconds(random.nextInt(86_400 * 365));
            var signed = new Signer(key, region, now).sign(requests.make());
            String what = "seed %d, request %d: %s".formatted(SEED, i, signed);

            assertThat(authenticate(signed, now.plusSeconds(random.nextInt(-300, 301))))
                    .as(what)
                    .isEqualTo(new Granted(new Scope(key.account(), region), Optional.of(key)));
            for (Mutation mutation : Mutation.values()) {
                var mutated = mutation.of(signed, random);
                assertThat(authenticate(mutated, now))
                        .as("%s of %s into %s", mutation, what, mutated)
                        .isInstanceOf(Refused.class);
            }
        }
    }
}
