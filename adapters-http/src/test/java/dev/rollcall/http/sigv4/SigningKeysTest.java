package dev.rollcall.http.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.access.Secret;

import org.junit.jupiter.api.Test;

import java.util.List;

class SigningKeysTest {

    private static final Secret SECRET = Secret.of("the secret");
    private static final CredentialScope SCOPE =
            new CredentialScope("20240103", "us-east-1", "sagemaker");

    private final SigningKeys keys = new SigningKeys();

    private static CredentialScope in(String region) {
        return new CredentialScope("20240103", region, "sagemaker");
    }

    @Test
    void a_key_is_derived_once() {
        assertThat(keys.of(Secret.of("the secret"), SCOPE)).isSameAs(keys.of(SECRET, SCOPE));
        assertThat(keys.size()).isEqualTo(1);
    }

    @Test
    void a_replaced_secret_has_another_key_at_once() {
        var before = keys.of(SECRET, SCOPE);

        var after = keys.of(Secret.of("the new secret"), SCOPE);

        assertThat(after)
                .isNotEqualTo(before)
                .isEqualTo(new SigningKeys().of(Secret.of("the new secret"), SCOPE));
    }

    @Test
    void each_day_region_and_service_has_its_own_key() {
        List<CredentialScope> scopes =
                List.of(
                        SCOPE,
                        new CredentialScope("20240104", "us-east-1", "sagemaker"),
                        new CredentialScope("20240103", "us-east-2", "sagemaker"),
                        new CredentialScope("20240103", "us-east-1", "s3"));

        assertThat(scopes.stream().map(scope -> keys.of(SECRET, scope)).distinct()).hasSize(4);
    }

    @Test
    void no_more_than_the_capacity_is_remembered_whoever_asks() {
        for (int i = 0; i < 3 * SigningKeys.CAPACITY; i++) {
            keys.of(SECRET, in("region-" + i));
        }

        assertThat(keys.size()).isEqualTo(SigningKeys.CAPACITY);
    }

    @Test
    void the_key_that_was_not_used_for_longest_is_forgotten_first() {
        var used = keys.of(SECRET, in("used"));
        var unused = keys.of(SECRET, in("unused"));

        for (int i = 0; i < SigningKeys.CAPACITY - 1; i++) {
            keys.of(SECRET, in("region-" + i));
            keys.of(SECRET, in("used"));
        }

        assertThat(keys.of(SECRET, in("used"))).isSameAs(used);
        assertThat(keys.of(SECRET, in("unused"))).isNotSameAs(unused).isEqualTo(unused);
    }
}
