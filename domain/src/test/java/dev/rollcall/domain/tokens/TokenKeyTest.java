package dev.rollcall.domain.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

class TokenKeyTest {

    private static final byte[] SECRET =
            "an example secret of 32 bytes...".getBytes(StandardCharsets.US_ASCII);
    private static final TokenKey KEY = TokenKey.of(SECRET);

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33, 64})
    void a_secret_has_32_bytes(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenKey.of(new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64", "c2hvcnQ="})
    void a_written_secret_is_base64_of_32_bytes(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenSecret(written));
    }

    @Test
    void a_key_in_a_log_does_not_reveal_its_secret() {
        assertThat(KEY).hasToString("TokenKey");
        assertThat(new TokenKeyRing(List.of(KEY))).hasToString("TokenKeyRing[keys=[TokenKey]]");
        assertThat(TokenSecret.of(SECRET)).hasToString("TokenSecret");
    }

    @Test
    void each_purpose_has_its_own_secret() {
        assertThat(
                        List.of(
                                hex(SECRET),
                                hex(KEY.encryption().getEncoded()),
                                hex(KEY.nonce(new byte[0], new byte[0], TokenKey.LENGTH))))
                .doesNotHaveDuplicates()
                .noneMatch(secret -> secret.startsWith(hex(KEY.id())));
    }

    @Test
    void a_key_does_not_change_with_the_array_of_its_secret() {
        var secret = SECRET.clone();
        var key = TokenKey.of(secret);
        secret[0]++;
        key.id()[0]++;

        assertThat(key.hasId(KEY.id())).isTrue();
        assertThat(key.encryption()).isEqualTo(KEY.encryption());
    }

    /// One nonce for two contents would reveal both; for two associated data it would reveal the
    /// authentication key.
    @Test
    void the_nonce_depends_on_the_content_and_on_the_associated_data() {
        byte[] one = {1};
        byte[] two = {2};

        assertThat(
                        List.of(
                                hex(KEY.nonce(one, one, 12)),
                                hex(KEY.nonce(one, two, 12)),
                                hex(KEY.nonce(two, one, 12)),
                                hex(KEY.nonce(two, two, 12))))
                .doesNotHaveDuplicates()
                .allMatch(nonce -> nonce.length() == 24);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
