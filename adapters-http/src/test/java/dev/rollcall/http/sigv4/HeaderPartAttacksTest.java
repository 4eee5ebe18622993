package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.AttackedServer.INCOMPLETE;
import static dev.rollcall.http.sigv4.AttackedServer.INVALID;
import static dev.rollcall.http.sigv4.AttackedServer.missing;
import static dev.rollcall.http.support.TestKeys.signed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks 7 to 10: the parts of the `Authorization` header.
class HeaderPartAttacksTest {

    private static final String CREDENTIAL = "AKIDADA/20240103/us-east-1/sagemaker/aws4_request";

    private static final String NO_DATE =
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";

    private final AttackedServer server = new AttackedServer();

    @ParameterizedTest(name = "7 {0} twice in one header")
    @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
    void a_part_repeated(String part) {
        var attack = signed().change("authorization", header -> header + ", " + part + "=x");

        server.refuses(
                attack,
                INCOMPLETE,
                missing(part) + "Authorization=" + attack.header("authorization"));
    }

    @Test
    @DisplayName("7 a part three times in one header")
    void a_part_three_times() {
        var attack =
                signed().change("authorization", h -> h + ",Signature=x,Signature=y,Signature=");

        server.refuses(
                attack,
                INCOMPLETE,
                missing("Signature") + "Authorization=" + attack.header("authorization"));
    }

    @ParameterizedTest(name = "8 without {0}")
    @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
    void a_part_missing(String part) {
        String message = missing(part) + "Authorization=";
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
                NO_DATE + "Authorization=" + signed().header("authorization"));
    }

    @Test
    @DisplayName("8 with the algorithm alone, and no date")
    void all_parts_missing() {
        server.refuses(
                signed().without("x-amz-date").with("authorization", "AWS4-HMAC-SHA256"),
                INCOMPLETE,
                missing("Credential", "Signature", "SignedHeaders")
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
