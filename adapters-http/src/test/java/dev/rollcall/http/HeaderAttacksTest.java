package dev.rollcall.http;

import static dev.rollcall.http.AttackedServer.INCOMPLETE;
import static dev.rollcall.http.AttackedServer.INVALID;
import static dev.rollcall.http.AttackedServer.signed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks 1 to 10: the `Authorization` header.
class HeaderAttacksTest {

    private static final String CREDENTIAL = "AKIDADA/20240103/us-east-1/sagemaker/aws4_request";

    private static final String NO_CREDENTIAL =
            "Authorization header requires 'Credential' parameter. ";
    private static final String NO_SIGNATURE =
            "Authorization header requires 'Signature' parameter. ";
    private static final String NO_SIGNED_HEADERS =
            "Authorization header requires 'SignedHeaders' parameter. ";
    private static final String NO_DATE =
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";

    private final AttackedServer server = new AttackedServer();

    private static String header() {
        return signed().header("authorization");
    }

    @Test
    @DisplayName("0 the request that all attacks begin with is let in")
    void the_request_that_all_attacks_begin_with_is_let_in() {
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
                NO_CREDENTIAL + NO_SIGNATURE + NO_SIGNED_HEADERS + "Authorization=" + value);
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
        String missing = NO_CREDENTIAL + NO_SIGNATURE + NO_SIGNED_HEADERS;

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
                NO_CREDENTIAL
                        + NO_SIGNATURE
                        + NO_SIGNED_HEADERS
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
                signed()
                        .without("authorization")
                        .withQuery(
                                "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                                        + "&X-Amz-Credential=AKIDADA%2F20240103%2Fus-east-1"
                                        + "%2Fsagemaker%2Faws4_request&X-Amz-Expires=300"
                                        + "&X-Amz-SignedHeaders=host&X-Amz-Signature=0"),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @ParameterizedTest(name = "7 {0} twice in one header")
    @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
    void a_part_repeated(String part) {
        var attack = signed().change("authorization", header -> header + ", " + part + "=x");

        server.refuses(
                attack,
                INCOMPLETE,
                "Authorization header requires '"
                        + part
                        + "' parameter. Authorization="
                        + attack.header("authorization"));
    }

    @Test
    @DisplayName("7 a part three times in one header")
    void a_part_three_times() {
        var attack =
                signed().change("authorization", h -> h + ",Signature=x,Signature=y,Signature=");

        server.refuses(
                attack,
                INCOMPLETE,
                NO_SIGNATURE + "Authorization=" + attack.header("authorization"));
    }

    @ParameterizedTest(name = "8 without {0}")
    @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
    void a_part_missing(String part) {
        String message = "Authorization header requires '" + part + "' parameter. Authorization=";
        var renamed = signed().authorization(part + "=", "X-" + part + "=");
        var empty =
                signed().change("authorization", h -> h.replaceAll(part + "=[^,]*", part + "="));

        server.refuses(renamed, INCOMPLETE, message + renamed.header("authorization"));
        server.refuses(empty, INCOMPLETE, message + empty.header("authorization"));
    }

    @Test
    @DisplayName("8 without a date")
    void the_date_missing() {
        server.refuses(
                signed().without("x-amz-date"),
                INCOMPLETE,
                NO_DATE + "Authorization=" + header());
    }

    @Test
    @DisplayName("8 with the algorithm alone, and no date")
    void all_parts_missing() {
        server.refuses(
                signed().without("x-amz-date").with("authorization", "AWS4-HMAC-SHA256"),
                INCOMPLETE,
                NO_CREDENTIAL
                        + NO_SIGNATURE
                        + NO_SIGNED_HEADERS
                        + NO_DATE
                        + "Authorization=AWS4-HMAC-SHA256");
    }

    @ParameterizedTest(name = "9 a credential of four or six elements: {0}")
    @ValueSource(
            strings = {
                "AKIDADA/20240103/us-east-1/sagemaker",
                "AKIDADA/20240103/us-east-1/sagemaker/aws4_request/",
                "AKIDADA",
                "/"
            })
    void a_credential_of_the_wrong_form(String credential) {
        server.refuses(
                signed().authorization(CREDENTIAL, credential), INCOMPLETE, wrongForm(credential));
    }

    @Test
    @DisplayName("9 an empty element of the credential")
    void an_empty_element() {
        server.refuses(
                signed().authorization("/20240103/", "//"),
                INVALID,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                        + " from HTTP: '' != '20240103', from '20240103T120000Z'.");
        server.refuses(
                signed().authorization("/us-east-1/", "//"),
                INVALID,
                "Credential should be scoped to a valid region, not ''. ");
        server.refuses(
                signed().authorization("/sagemaker/", "//"),
                INVALID,
                "Credential should be scoped to correct service: 'sagemaker'. ");
        server.refuses(
                signed().authorization("/aws4_request", "/"),
                INVALID,
                "Credential should be scoped with a valid terminator: 'aws4_request', not ''. ");
    }

    @Test
    @DisplayName("9 an empty key identifier")
    void an_empty_identifier() {
        server.refuses(
                signed().authorization("Credential=AKIDADA/", "Credential=/"),
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    @Test
    @DisplayName("10 a slash in the key identifier")
    void a_slash_in_the_identifier() {
        String credential = "AKID/ADA/20240103/us-east-1/sagemaker/aws4_request";

        server.refuses(
                signed().authorization(CREDENTIAL, credential), INCOMPLETE, wrongForm(credential));
    }

    private static String wrongForm(String credential) {
        return "Credential must have exactly 5 slash-delimited elements,"
                + " e.g. keyid/date/region/service/term, got '"
                + credential
                + "'";
    }
}
