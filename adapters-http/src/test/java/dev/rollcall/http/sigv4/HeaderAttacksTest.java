package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.AttackedServer.INCOMPLETE;
import static dev.rollcall.http.sigv4.AttackedServer.INVALID;
import static dev.rollcall.http.sigv4.AttackedServer.missing;
import static dev.rollcall.http.support.TestKeys.signed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks 1 to 6: the `Authorization` header as a whole.
class HeaderAttacksTest {

    private final AttackedServer server = new AttackedServer();

    private static String header() {
        return signed().header("authorization");
    }

    @Test
    @DisplayName("0 the request that all attacks begin with is accepted")
    void the_request_that_all_attacks_begin_with_is_accepted() {
        server.accepts(signed());
    }

    @Test
    @DisplayName("1 no Authorization header")
    void no_header() {
        server.refuses(
                signed().without("authorization"),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @ParameterizedTest(name = "2 an empty Authorization header: ''{0}''")
    @ValueSource(strings = {"", " ", " \t "})
    void an_empty_header(String value) {
        server.refuses(
                signed().with("authorization", value),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @ParameterizedTest(name = "3 another scheme: {0}")
    @ValueSource(strings = {"Bearer abc", "Basic YWRhOnNlY3JldA==", "Bearer", "AWS AKIDADA:sig"})
    void another_scheme(String value) {
        server.refuses(
                signed().with("authorization", value),
                INCOMPLETE,
                missing("Credential", "Signature", "SignedHeaders") + "Authorization=" + value);
    }

    @ParameterizedTest(name = "4 another algorithm: {0}")
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA512",
                "AWS4-ECDSA-P256-SHA256",
                "AWS4-HMAC-SHA1",
                "aws4-hmac-sha256",
                "none"
            })
    void another_algorithm(String algorithm) {
        server.refuses(
                signed().authorization("AWS4-HMAC-SHA256", algorithm),
                INCOMPLETE,
                "Unsupported AWS 'algorithm': '"
                        + algorithm
                        + "' (only AWS4-HMAC-SHA256 for now). ");
    }

    @ParameterizedTest(name = "5 two Authorization headers, the other being: ''{0}''")
    @ValueSource(strings = {"Bearer abc", "", "AWS4-HMAC-SHA256 Credential=a/b/c/d/e"})
    void two_headers(String other) {
        String missing = missing("Credential", "Signature", "SignedHeaders");

        server.refuses(
                signed().plus("Authorization", other),
                INCOMPLETE,
                missing + "Authorization=" + header() + "," + other);
        server.refuses(
                signed().with("authorization", other).plus("authorization", header()),
                INCOMPLETE,
                missing + "Authorization=" + other + "," + header());
    }

    @Test
    @DisplayName("5 the same Authorization header twice")
    void the_same_header_twice() {
        server.refuses(
                signed().plus("authorization", header()),
                INCOMPLETE,
                missing("Credential", "Signature", "SignedHeaders")
                        + "Authorization="
                        + header()
                        + ","
                        + header());
    }

    @ParameterizedTest(name = "6 signed in the header and in the query: {0}")
    @ValueSource(
            strings = {
                "X-Amz-Algorithm=AWS4-HMAC-SHA256",
                "X-Amz-Algorithm",
                "a=b&X%2DAmz%2DAlgorithm=&X-Amz-Signature=1"
            })
    void header_and_query(String query) {
        server.refuses(
                signed().withQuery(query),
                INVALID,
                "Found both 'X-Amz-Algorithm' as a query-string param"
                        + " and 'Authorization' as HTTP header.");
    }

    @Test
    @DisplayName("6 signed in the query alone")
    void a_presigned_query() {
        server.refuses(
                signed().without("authorization")
                        .withQuery(
                                "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                                        + "&X-Amz-Credential=AKIDADA%2F20240103%2Fus-east-1"
                                        + "%2Fsagemaker%2Faws4_request&X-Amz-Expires=300"
                                        + "&X-Amz-SignedHeaders=host&X-Amz-Signature=0"),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }
}
