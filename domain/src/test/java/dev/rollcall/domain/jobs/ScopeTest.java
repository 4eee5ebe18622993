package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "a", "on-premises", "r0-"})
    void a_region_is_a_code_of_lower_case_letters_digits_and_hyphens(String region) {
        assertThat(new Region(region)).hasToString(region);
        assertThat(Region.parse(region)).contains(new Region(region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "-a", "us_east_1", "us.east", "us-east-1\n", "é"})
    void anything_else_is_no_region(String region) {
        assertThat(Region.parse(region)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Region(region))
                .withMessageContaining(region);
    }

    @Test
    void a_region_has_up_to_32_characters() {
        assertThat(new Region("r".repeat(32))).hasToString("r".repeat(32));
        assertThat(Region.parse("r".repeat(33))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Region("r".repeat(33)));
    }

    @Test
    void an_account_is_twelve_digits() {
        assertThat(new AccountId("000000000001")).hasToString("000000000001");
        assertThat(AccountId.parse("000000000001")).contains(new AccountId("000000000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901x", "123456789012\n"})
    void anything_else_is_no_account(String account) {
        assertThat(AccountId.parse(account)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountId(account))
                .withMessageContaining(account);
    }
}
