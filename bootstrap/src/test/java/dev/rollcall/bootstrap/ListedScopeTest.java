package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Whose jobs are listed if nobody says, and why a listing is empty.
class ListedScopeTest {

    private static final String ELSEWHERE = "account 111122223333 in eu-west-1";

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    /// Imports the jobs of [H2Commands#TWO_LINES] as jobs of this account and region.
    private void imports(String account, String region) throws IOException {
        h2.imports(TWO_LINES.replace("123456789012", account).replace("us-east-1", region));
    }

    private Outcome list(String... options) {
        return list(Map.of(), options);
    }

    private Outcome list(Map<String, String> environment, String... options) {
        var command = new String[options.length + 3];
        command[0] = "list";
        command[1] = "--data";
        command[2] = h2.data();
        System.arraycopy(options, 0, command, 3, options.length);
        return run(environment, command);
    }

    @Test
    void the_only_account_and_region_there_are_need_no_option() throws IOException {
        imports("111122223333", "eu-west-1");

        var listed = list();

        assertThat(listed.out()).contains("a     Completed", "b     Failed");
        assertThat(listed.err().lines())
                .containsExactly("Listing " + ELSEWHERE + ", the only choice in this storage.");
    }

    @Test
    void what_an_option_leaves_open_is_the_only_one_that_fits() throws IOException {
        imports("111122223333", "eu-west-1");
        imports("111122223333", "us-west-2");
        imports("444455556666", "us-west-2");

        assertThat(list("--account", "444455556666").err())
                .startsWith("Listing account 444455556666 in us-west-2, the only choice");
        assertThat(list("--region", "eu-west-1").err()).startsWith("Listing " + ELSEWHERE);
        assertThat(list("--region", "us-west-2").err())
                .startsWith("The storage has no jobs of account 123456789012 in us-west-2");
    }

    @Test
    void a_page_after_the_first_is_of_the_same_account_and_region() throws IOException {
        imports("111122223333", "eu-west-1");
        String first = list("--max-results", "1").err().strip();
        String token = first.substring(first.lastIndexOf(' ') + 1);

        assertThat(list("--next-token", token).out()).contains("b     Failed");
    }

    @Test
    void the_default_is_listed_without_a_word_if_it_has_jobs() throws IOException {
        h2.imports(TWO_LINES);
        assertThat(list().err()).isEmpty();

        imports("111122223333", "eu-west-1");
        assertThat(list().err()).isEmpty();
        assertThat(list().out()).contains("a     Completed");
    }

    @Test
    void an_empty_listing_names_the_accounts_and_regions_that_have_jobs() throws IOException {
        imports("111122223333", "eu-west-1");
        String other = "The storage has no jobs of account %s in %s, but it has jobs of %s.";

        assertThat(list("--account", "999999999999", "--region", "eu-west-1").err().lines())
                .containsExactly(
                        other.formatted("999999999999", "eu-west-1", ELSEWHERE),
                        "Recommended action: name one of these with --account and --region.");
        assertThat(list(Map.of("ROLLCALL_REGION", "us-east-1")).err())
                .startsWith(other.formatted("123456789012", "us-east-1", ELSEWHERE));
    }

    @Test
    void of_many_accounts_and_regions_a_few_are_named() throws IOException {
        for (String account : new String[] {"1", "2", "3", "4", "5"}) {
            imports(account.repeat(12), "eu-west-1");
        }
        assertThat(list().err())
                .contains("jobs of account 111111111111 in eu-west-1, account 222222222222 in")
                .contains("account 333333333333 in eu-west-1 and 2 more.");
    }

    @Test
    void an_empty_storage_is_said_to_be_empty() {
        H2Store.open(Path.of(h2.data())).close();

        assertThat(list().err().lines())
                .containsExactly(
                        "The storage has no jobs.",
                        "Recommended action: import some with 'rollcall import FILE'.");
    }

    @Test
    void filters_that_nothing_meets_are_no_reason_to_look_elsewhere() throws IOException {
        h2.imports(TWO_LINES);
        imports("111122223333", "eu-west-1");

        assertThat(list("--status-equals", "Stopped").err()).isEmpty();
    }
}
