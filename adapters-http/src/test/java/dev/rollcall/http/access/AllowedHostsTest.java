package dev.rollcall.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

/// Which requests could come from a web page.
class AllowedHostsTest {

    private static final List<String> NONE = List.of();
    private static final List<String> LOCAL = List.of("127.0.0.1:8080");

    private final AllowedHosts hosts = new AllowedHosts(Set.of("Jobs.Example.com", "192.0.2.7"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.9.8.7:1",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "localhost",
                "LocalHost:80",
                "localhost.",
                "rollcall.localhost:8080",
                "jobs.example.com",
                "JOBS.example.com.:443",
                "192.0.2.7:80"
            })
    void a_name_of_the_loopback_or_of_the_server_is_allowed(String host) {
        assertThat(hosts.allow(List.of(host), NONE)).isTrue();
        assertThat(hosts.allow(LOCAL, List.of("http://" + host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8080",
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "127.0.0.1@evil.example",
                "localhost.evil.example",
                "evil-localhost",
                "evil.jobs.example.com",
                "jobs.example.com.evil.example",
                "192.0.2.8",
                "0.0.0.0",
                "[::]",
                "::1",
                "[::1",
                "[::1]x",
                "[::2]",
                "[]",
                "127.0.0.1:80:90",
                "localhost, evil.example"
            })
    void another_name_is_foreign(String host) {
        assertThat(hosts.allow(List.of(host), NONE)).isFalse();
        assertThat(hosts.allow(LOCAL, List.of("http://" + host))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "127.0.0.1", "file://", "//127.0.0.1", "http:127.0.0.1"})
    void an_origin_that_names_no_site_of_this_machine_is_foreign(String origin) {
        assertThat(hosts.allow(LOCAL, List.of(origin))).isFalse();
    }

    @Test
    void every_line_counts_and_no_host_is_foreign() {
        assertThat(hosts.allow(List.of("localhost", "evil.example"), NONE)).isFalse();
        assertThat(hosts.allow(LOCAL, List.of("http://localhost", "http://evil.example")))
                .isFalse();
        assertThat(hosts.allow(NONE, NONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jobs", "jobs.example.com", "JOBS.example.com.", "192.0.2.7", "fd00::7"})
    void a_name_or_an_address_is_a_name(String text) {
        assertThat(AllowedHosts.isName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jobs:80", "http://jobs", "*", "*.example.com", "a b", "jobs/"})
    void more_or_less_is_none(String text) {
        assertThat(AllowedHosts.isName(text)).isFalse();
    }
}
