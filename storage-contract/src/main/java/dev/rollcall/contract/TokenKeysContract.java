package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.SharedJobStore;
import dev.rollcall.domain.tokens.SharedTokenKey;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenSecret;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// What every store that replicas share must do with their token keys.
public abstract class TokenKeysContract {

    private static final SharedTokenKey ONE = key(1, 11);
    private static final SharedTokenKey TWO = key(2, 12);

    /// A store that is empty the first time, and the same one each time of a test.
    protected abstract SharedJobStore open();

    @Test
    void a_new_store_has_no_keys() {
        try (var store = open()) {
            assertThat(store.readTokenKeys()).isEmpty();
        }
    }

    @Test
    void every_replica_reads_the_keys_that_one_has_added() {
        try (var store = open();
                var replica = open()) {
            assertThat(store.addTokenKey(ONE)).isTrue();
            assertThat(replica.addTokenKey(TWO)).isTrue();
            assertThat(store.readTokenKeys()).containsExactlyInAnyOrder(ONE, TWO);
            assertThat(replica.readTokenKeys()).containsExactlyInAnyOrder(ONE, TWO);
        }
    }

    @Test
    void a_number_that_is_taken_is_not_given_again() {
        try (var store = open()) {
            store.addTokenKey(ONE);
            assertThat(store.addTokenKey(key(1, 99))).isFalse();
            assertThat(store.readTokenKeys()).containsExactly(ONE);
        }
    }

    @Test
    void a_key_that_was_removed_is_gone_and_may_be_removed_twice() {
        try (var store = open()) {
            store.addTokenKey(ONE);
            store.addTokenKey(TWO);
            store.removeTokenKey(ONE);
            store.removeTokenKey(ONE);
            assertThat(store.readTokenKeys()).containsExactly(TWO);
        }
    }

    @Test
    void of_replicas_that_add_the_first_key_at_once_one_wins() throws Exception {
        try (var store = open();
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> adding = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                var key = key(1, i);
                adding.add(() -> store.addTokenKey(key));
            }
            int added = 0;
            for (var outcome : threads.invokeAll(adding)) {
                added += outcome.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(1);
            assertThat(store.readTokenKeys()).hasSize(1);
        }
    }

    private static SharedTokenKey key(int number, int seed) {
        var secret = new byte[TokenKey.LENGTH];
        new Random(seed).nextBytes(secret);
        return new SharedTokenKey(number, CREATED, TokenSecret.of(secret));
    }
}
