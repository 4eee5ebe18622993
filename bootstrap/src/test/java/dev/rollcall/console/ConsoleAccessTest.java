package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A server that asks for signatures.
class ConsoleAccessTest extends BrowserTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final AccessKey KEY = key("AKIDADA", Set.of(Permission.LIST));
    private static final AccessKey KEY_FOR_NOTHING = key("AKIDEVE", Set.of());

    private Service service;
    private Tab tab;

    private static AccessKey key(String id, Set<Permission> allowed) {
        return new AccessKey(
                id,
                Secret.of(SECRET),
                Optional.empty(),
                new AccountId("123456789012"),
                new AccessKey.Regions.Only(Set.of(new Region("us-east-1"))),
                allowed,
                "ada");
    }

    @BeforeAll
    void start() {
        var keys = Map.of(KEY.id(), KEY, KEY_FOR_NOTHING.id(), KEY_FOR_NOTHING);
        var access =
                new Access.Signed(
                        id -> Optional.ofNullable(keys.get(id)),
                        Access.Signed.DEFAULT_SKEW,
                        Optional.empty());
        service =
                serve(
                        new DemoJobs(SCOPE, NOW).jobs(0, 60),
                        HttpSettings.of("127.0.0.1", 0, access));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void look() {
        tab = tabOfToday().open(service.consoleUri());
        tab.until("!document.querySelector('#signin').hidden");
    }

    private void signIn(String id, String secret, String region) {
        tab.enter("#key-id", id).enter("#key-secret", secret).enter("#key-region", region);
        tab.click("#signin-form button");
    }

    private void signIn() {
        signIn("AKIDADA", SECRET, "us-east-1");
        tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
    }

    private void awaitProblem(String text) {
        tab.until("document.querySelector('#problem').innerText.includes('" + text + "')");
    }

    @Test
    void keys_are_asked_for_and_open_the_listing() {
        assertThat(tab.text("#problem")).contains("asks for signatures", "Missing Authentication");
        assertThat(tab.evaluate("document.activeElement.id")).isEqualTo("key-id");
        signIn();
        assertThat(tab.text("#signed")).contains("AKIDADA");
        assertThat(tab.text("#scope")).contains("123456789012");
        assertThat(tab.text("#problem")).isEmpty();

        tab.click("#next").until("document.querySelector('#page').innerText === 'Page 2'");
        tab.choose("#StatusEquals", "Failed");
        tab.until(
                "[...document.querySelectorAll('#jobs tbody tr')].every(r => r.dataset.status ==="
                        + " 'Failed')");
    }

    @Test
    void keys_are_in_no_storage_and_no_address_and_gone_after_a_reload() {
        signIn();
        String everywhere =
                tab.evaluate(
                        """
                        indexedDB.databases().then((dbs) => JSON.stringify([
                          location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie,
                          dbs, [...document.querySelectorAll('input')].map((i) => [i.id, i.value]),
                          performance.getEntries().map((e) => e.name)]))
                        """);
        assertThat(everywhere).doesNotContain(SECRET, "wJalr").contains("\"key-secret\",\"\"");
        assertThat(tab.evaluate("location.search")).isEqualTo("?Region=us-east-1");
        assertThat(tab.log().requests()).noneMatch(address -> address.contains("AKID"));

        tab.reload().until("!document.querySelector('#signin').hidden");
        assertThat(tab.texts("#jobs tbody tr")).isEmpty();
        assertThat(tab.evaluate("document.querySelector('#key-region').value"))
                .isEqualTo("us-east-1");
    }

    @Test
    void wrong_keys_are_refused_in_the_words_of_the_server_with_what_to_do() {
        signIn("AKIDNOBODY", SECRET, "us-east-1");
        awaitProblem("The security token included in the request is invalid.");
        assertThat(tab.text("#problem")).contains("not known", "Check the access key ID");

        signIn("AKIDADA", "another", "us-east-1");
        awaitProblem("does not match the signature you provided");
        assertThat(tab.text("#problem")).contains("Check the secret access key");
        assertThat(tab.evaluate("document.activeElement.id")).isEqualTo("key-secret");

        signIn("AKIDADA", SECRET, "eu-west-1");
        awaitProblem("valid region");
        assertThat(tab.text("#problem")).contains("check the region");

        signIn("AKIDEVE", SECRET, "us-east-1");
        awaitProblem("is not authorized to perform");
        assertThat(tab.text("#problem")).contains("another key");

        tab.click("#forget").until("!document.querySelector('#signin').hidden");
        signIn();
    }

    @Test
    void what_can_be_no_key_is_not_sent() {
        long before = tab.log().requests().size();
        signIn("AKI\u00d6", SECRET, "us-east-1");
        tab.until("document.querySelector('#signin-why').innerText !== ''");
        signIn("AKIDADA", SECRET, "US East");
        tab.until("document.querySelector('#signin-why').innerText.includes('us-east-1')");
        assertThat(tab.log().requests()).hasSize((int) before);
    }

    @Test
    void a_clock_that_is_an_hour_wrong_is_corrected_by_the_servers() {
        tab.evaluate("(() => { const now = Date.now; Date.now = () => now() - 3600000; })()");
        signIn();
    }

    @Test
    void forgotten_keys_open_nothing() {
        signIn();
        tab.choose("#StatusEquals", "Completed").click("#forget");
        tab.until("!document.querySelector('#signin').hidden");
        assertThat(tab.texts("#jobs tbody tr")).isEmpty();
        tab.evaluate("history.back()");
        tab.until(
                "location.search === '?Region=us-east-1' &&"
                        + " document.querySelector('#progress').hidden");
        assertThat(tab.texts("#jobs tbody tr")).isEmpty();
        assertThat(tab.evaluate("document.querySelector('#signed').hidden")).isEqualTo("true");
    }

    /// A browser that does not know the name for this machine's takes plain HTTP for unsafe.
    @Test
    void without_cryptography_the_page_says_so_and_names_tls() {
        tab.open(service.consoleUri().replace("127.0.0.1", Browser.ELSEWHERE));
        tab.until("!document.querySelector('#signin').hidden");
        assertThat(tab.text("#signin")).contains("WebCrypto", "TLS", "--tls-certificate");
        assertThat(tab.evaluate("document.querySelector('#signin-form').hidden")).isEqualTo("true");
    }
}
