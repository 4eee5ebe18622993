package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.signed;
import static dev.rollcall.http.support.TestKeys.signer;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.http.request.Header;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks 23 to 28: what headers contain.
class HeaderValueAttacksTest {

    private final AttackedServer server = new AttackedServer();

    private static RequestDraft signedWith(String name, String value) {
        return signer(ADA).sign(RequestDraft.listing().with(name, value));
    }

    @Test
    @DisplayName("23 a header of two lines, in the order signed and in the other")
    void a_header_of_two_lines() {
        var request =
                signer(ADA).sign(RequestDraft.listing().plus("x-note", "a").plus("x-note", "b"));

        server.accepts(request);
        server.accepts(request.with("x-note", "a,b"));
        server.refusesAsWronglySigned(
                request.without("x-note").plus("x-note", "b").plus("x-note", "a"));
    }

    @ParameterizedTest(name = "23 a second line added to {0}")
    @ValueSource(strings = {"x-amz-target", "content-type", "x-amz-content-sha256"})
    void a_second_line_added(String name) {
        var request = signed();
        String value = request.header(name);

        server.refusesAsWronglySigned(request.plus(name, value));
        server.refusesAsWronglySigned(request.with(name, "x").plus(name, value));
    }

    @Test
    @DisplayName("24 runs of spaces and tabs count as one space, in quotes too")
    void runs_of_spaces_and_tabs() {
        var request = signedWith("x-note", "\"a  b\"");

        server.accepts(request);
        server.accepts(request.with("x-note", "  \"a \t b\"\t"));
        server.refusesAsWronglySigned(request.with("x-note", "\"ab\""));
        server.refusesAsWronglySigned(request.with("x-note", "\" a b\""));
        server.refusesAsWronglySigned(request.with("x-note", "a b"));
    }

    @Test
    @DisplayName("25 a folded line is one value")
    void a_folded_line_is_one_value() {
        var request = signedWith("x-note", "a b");

        server.accepts(request.with("x-note", "a\r\n  b"));
        server.refusesAsWronglySigned(request.with("x-note", "a\r\nb:"));
    }

    @Test
    @DisplayName("25 a line break cannot imitate another signed header")
    void a_line_break_is_no_other_header() {
        var request =
                signer(ADA).sign(RequestDraft.listing().plus("x-note", "a").plus("x-other", "b"));

        server.refusesAsWronglySigned(request.without("x-other").with("x-note", "a\nx-other:b"));
        server.refusesAsWronglySigned(request.with("x-note", "a\nx-other:b").with("x-other", ""));
    }

    @Test
    @DisplayName("26 an empty header is not an absent one, nor any other")
    void an_empty_header() {
        var request = signedWith("x-note", "");

        server.accepts(request);
        server.accepts(request.with("x-note", " \t"));
        server.refusesAsWronglySigned(request.without("x-note"));
        server.refusesAsWronglySigned(request.with("x-note", "a"));
        server.refusesAsWronglySigned(request.plus("x-note", ""));
    }

    @Test
    @DisplayName("27 text outside ASCII is signed byte by byte")
    void text_outside_ascii() {
        var request = signedWith("x-note", Signer.onWire("Grüße, 名"));

        server.accepts(request);
        server.refusesAsWronglySigned(request.with("x-note", Signer.onWire("Grüße, 吊")));
        server.refusesAsWronglySigned(request.with("x-note", "Gr??e, ?"));
    }

    @Test
    @DisplayName("27 text that was not read byte by byte is a programming error")
    void text_that_was_not_read_byte_by_byte() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Header("x-note", "名"));
    }

    @ParameterizedTest(name = "28 another host: {0}")
    @ValueSource(
            strings = {
                "jobs.example.com",
                "jobs.example.com:80",
                "jobs.example.com:08080",
                "evil.example.com:8080",
                "JOBS.example.com:8080"
            })
    void another_host(String host) {
        server.refusesAsWronglySigned(signed().with("host", host));
    }

    @Test
    @DisplayName("28 a host signed without a port")
    void a_host_without_a_port() {
        var request = signedWith("host", "jobs.example.com");

        server.accepts(request);
        server.refusesAsWronglySigned(request.with("host", "jobs.example.com:8080"));
    }

    @Test
    @DisplayName("28 two hosts")
    void two_hosts() {
        var other = "evil.example.com";

        server.refusesAsWronglySigned(signed().plus("host", other));
        server.refusesAsWronglySigned(
                signed().with("host", other).plus("host", signed().header("host")));
    }

    @Test
    @DisplayName("28 X-Forwarded-Host is ignored")
    void a_forwarded_host_is_ignored() {
        server.accepts(signed().plus("x-forwarded-host", "evil.example.com"));
        server.refusesAsWronglySigned(
                signed().with("host", "evil.example.com")
                        .plus("x-forwarded-host", signed().header("host")));
    }
}
