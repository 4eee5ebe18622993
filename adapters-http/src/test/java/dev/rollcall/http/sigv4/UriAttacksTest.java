package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.signer;

import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Attacks 37 and 38: the path and the query.
class UriAttacksTest {

    private final AttackedServer server = new AttackedServer();

    private static RequestDraft signedPath(String path) {
        return signer(ADA).sign(RequestDraft.listing().withPath(path));
    }

    private static RequestDraft signedQuery(String query) {
        return signer(ADA).sign(RequestDraft.listing().withQuery(query));
    }

    private static RequestDraft signedByHand(RequestDraft draft) {
        return signByHand(
                ADA,
                draft.with("x-amz-date", "20240103T120000Z"),
                List.of("host", "x-amz-date", "x-amz-target"));
    }

    @ParameterizedTest(name = "37 {0} is the same path as {1}")
    @CsvSource({
        "/, ''",
        "/, //",
        "/, /./",
        "/, /a/..",
        "/, /../..",
        "/a/b, //a///b",
        "/a/b, /a/./b",
        "/a/b, /x/../a/b",
        "/a/c, /a/b/../c",
        "/a/b/, /a/b//",
        "/a%2Fb, /a%2Fb",
        "/a%2fb, /a%2fb",
        "/a%20b, /a%20b",
        "/%2e%2e/a, /%2e%2e/a"
    })
    void the_same_path(String signed, String sent) {
        server.accepts(signedPath(signed).withPath(sent));
    }

    @ParameterizedTest(name = "37 {0} is not the same path as {1}")
    @CsvSource({
        "/, /a",
        "/a, /a/",
        "/a, /A",
        "/a/b, /a%2Fb",
        "/a%2Fb, /a/b",
        "/a%2fb, /a%2Fb",
        "/%2e%2e/a, /a",
        "/%2e%2e/a, /../a",
        "/%61, /a",
        "/a%20b, /a b",
        "/a%20b, /a+b",
        "/a, /a/.."
    })
    void not_the_same_path(String signed, String sent) {
        server.refusesAsWronglySigned(signedPath(signed).withPath(sent));
    }

    @ParameterizedTest(name = "37 a bad escape: {0}")
    @ValueSource(strings = {"/%zz", "/%", "/a%2", "/%%%", "/ሴ", "a", "*", "/a?b"})
    void a_bad_escape_in_the_path(String path) {
        server.refusesAsWronglySigned(signedPath("/").withPath(path));
        server.accepts(signedByHand(RequestDraft.listing().withPath(path)));
    }

    @ParameterizedTest(name = "38 {0} is the same query as {1}")
    @CsvSource({
        "a=1&b=2, b=2&a=1",
        "a=2&a=1, a=1&a=2",
        "a=, a",
        "a=%7E, a=~",
        "a=%2f, a=%2F",
        "a=b=c, a=b%3Dc",
        "a=%2B, a=+"
    })
    void the_same_query(String signed, String sent) {
        server.accepts(signedQuery(signed).withQuery(sent));
    }

    @ParameterizedTest(name = "38 {0} is not the same query as {1}")
    @CsvSource({
        "a=1, a=2",
        "a=1, ''",
        "'', a=1",
        "a=1, A=1",
        "a=1, a=1&a=1",
        "a=1&a=2, a=1",
        "a=1, a=1&",
        "a=1, &a=1",
        "a=1&b=2, a=1&&b=2",
        "a=1, a=1&=",
        "a=1, a=1&=x",
        "a=1, a=1&b",
        "a=%20, a=+",
        "a=+, a=%20",
        "a=%2520, a=%20",
        "a=1%26b=2, a=1&b=2"
    })
    void not_the_same_query(String signed, String sent) {
        server.refusesAsWronglySigned(signedQuery(signed).withQuery(sent));
    }

    @ParameterizedTest(name = "38 a bad escape: {0}")
    @ValueSource(
            strings = {"a=%zz", "a=%z1", "%", "a=%2", "%%=%%%", "a=ሴ", "%ff=%00", "=", "&", "&&=&"})
    void a_bad_escape_in_the_query(String query) {
        server.refusesAsWronglySigned(signedQuery("").withQuery(query));
        server.accepts(signedByHand(RequestDraft.listing().withQuery(query)));
    }

    @Test
    @DisplayName("38 names sort before values do")
    void names_sort_before_values_do() {
        server.accepts(signedQuery("a-b=1&a=2&a%21=3&a=1").withQuery("a%21=3&a=2&a=1&a-b=1"));
    }
}
