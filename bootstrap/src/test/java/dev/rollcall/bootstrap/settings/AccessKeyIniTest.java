package dev.rollcall.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.AccessKey.SessionToken;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The form of an access key file.
class AccessKeyIniTest {

    private static final String ADA =
            """
            [ada]
            aws_access_key_id=AKIDADA
            aws_secret_access_key = s=cr/et+
            account = 111111111111
            """;

    private static final String SESSION =
            """
            aws_session_token = token
            expires = 2030-01-01T00:00:00Z
            """;

    private static Map<String, AccessKey> parse(String text) throws IniFile.Broken {
        return AccessKeyIni.parse(text.lines().toList());
    }

    @Test
    void a_section_is_a_key_that_may_list_everywhere_unless_it_says_otherwise() throws Exception {
        assertThat(parse("# people\n; read this\n\n" + ADA))
                .containsExactly(
                        Map.entry(
                                "AKIDADA",
                                new AccessKey(
                                        "AKIDADA",
                                        Secret.of("s=cr/et+"),
                                        Optional.empty(),
                                        new AccountId("111111111111"),
                                        new Regions.All(),
                                        Set.of(Permission.LIST),
                                        "ada")));
    }

    @Test
    void a_key_may_be_bound_to_regions_operations_and_a_session() throws Exception {
        var key =
                parse(
                                ADA
                                        + """
                                        regions = us-east-1,eu-west-1
                                        allow = list
                                        aws_session_token = token
                                        expires = 2030-01-01T01:00:00+01:00
                                        """)
                        .values()
                        .iterator()
                        .next();

        assertThat(key.regions())
                .isEqualTo(
                        new Regions.Only(Set.of(new Region("us-east-1"), new Region("eu-west-1"))));
        assertThat(key.allowed()).containsExactly(Permission.LIST);
        assertThat(key.sessionToken())
                .contains(
                        new SessionToken(
                                Secret.of("token"), Instant.parse("2030-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    account = 1                  | line 5: a second account
                    colour = red                 | line 5: unknown entry colour
                    just words                   | line 5: neither [name] nor an entry of one
                    [ada]                        | line 5: a second [ada]
                    [bob]                        | [bob]: missing aws_access_key_id
                    regions =                    | [ada]: invalid regions
                    regions = US East            | [ada]: invalid regions
                    allow = everything           | [ada]: invalid allow
                    aws_session_token = x        | [ada]: aws_session_token and expires need each other
                    expires = tomorrow           | [ada]: invalid expires
                    """)
    void a_mistake_is_reported_by_line_or_section(String line, String reason) {
        assertThatThrownBy(() -> parse(ADA + line)).hasMessage(reason);
    }

    @Test
    void an_identifier_belongs_to_one_key() {
        assertThatThrownBy(() -> parse(ADA + ADA.replace("[ada]", "[eve]")))
                .hasMessageContaining("another section has the same aws_access_key_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKID-ADA", "AKID ADA", "AKID/ADA", "", "ÄKID"})
    void an_identifier_that_no_request_can_name_is_reported(String id) {
        assertThatThrownBy(() -> parse(ADA.replace("AKIDADA", id)))
                .hasMessage("[ada]: invalid aws_access_key_id");
    }

    @Test
    void a_file_without_a_key_has_none() throws Exception {
        assertThat(parse("# nothing")).isEmpty();
    }

    @Test
    void whatever_is_done_to_a_file_it_is_read_or_reported() {
        long seed = 15;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(ADA + SESSION);
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(2), Character.toString(random.nextInt(0x250)));
            }
            assertThat(catchThrowable(() -> parse(text.toString())))
                    .as("seed %d: %s", seed, text)
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isNull(),
                            failure -> assertThat(failure).isInstanceOf(IniFile.Broken.class));
        }
    }

    @Test
    void no_complaint_shows_a_secret() {
        assertThatThrownBy(() -> parse(ADA + "aws_secret_access_key = hunter2"))
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> parse(ADA + "aws_session_token ="))
                .hasMessageNotContaining("s=cr/et+");
    }
}
