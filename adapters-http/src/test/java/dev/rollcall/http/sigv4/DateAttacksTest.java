package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.AttackedServer.INCOMPLETE;
import static dev.rollcall.http.sigv4.AttackedServer.INVALID;
import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.signed;

import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Attack 29: the header that says when the request was signed.
class DateAttacksTest {

    private final AttackedServer server = new AttackedServer();

    @Test
    @DisplayName("29 only Date, which need not be signed to count")
    void only_date() {
        var request =
                signedByHand(
                        RequestDraft.listing().plus("date", "20240103T120000Z"),
                        "host",
                        "x-amz-target");

        server.accepts(request);
        server.refusesAsWronglySigned(request.with("date", "20240103T120001Z"));
    }

    @Test
    @DisplayName("29 both and different: X-Amz-Date counts")
    void both_dates_and_different() {
        server.accepts(signed().plus("date", "Wed, 03 Jan 2024 11:00:00 GMT"));
        server.accepts(signed().plus("date", "20240101T000000Z"));
        server.refuses(
                signed().with("x-amz-date", "20240103T110000Z").plus("date", "20240103T120000Z"),
                INVALID,
                "Signature expired: 20240103T110000Z is now earlier than 20240103T115500Z"
                        + " (20240103T120000Z - 5 min.)");
        server.refuses(
                signed().with("x-amz-date", "").plus("date", "20240103T120000Z"),
                INCOMPLETE,
                wrongFormat(""));
    }

    @ParameterizedTest(name = "29 in the wrong format: {0}")
    @ValueSource(
            strings = {
                "",
                "2024-01-03T12:00:00Z",
                "20240103T120000",
                "20240103T120000z",
                "20240103t120000Z",
                "20240103 120000Z",
                "20240103T1200Z",
                "20240103T120000+0000",
                "20241303T120000Z",
                "20240230T120000Z",
                "20240103T240000Z",
                "20240103T120060Z",
                "+2024103T120000Z",
                "-0240103T120000Z",
                "120240103T12000Z",
                "+120240103T120000Z",
                "-00010103T120000Z",
                "٢٠٢٤٠١٠٣T١٢٠٠٠٠Z",
                "Wed, 03 Jan 2024 12:00:00 GMT",
                "1704283200"
            })
    void a_date_in_the_wrong_format(String date) {
        String wire = Signer.onWire(date);

        server.refuses(signed().with("x-amz-date", wire), INCOMPLETE, wrongFormat(wire));
        server.refuses(
                signed().without("x-amz-date").plus("date", wire), INCOMPLETE, wrongFormat(wire));
    }

    @Test
    @DisplayName("29 two dates")
    void two_dates() {
        server.refuses(
                signed().plus("x-amz-date", "20240103T120000Z"),
                INCOMPLETE,
                wrongFormat("20240103T120000Z,20240103T120000Z"));
    }

    private static RequestDraft signedByHand(RequestDraft request, String... headers) {
        return signByHand(ADA, request, List.of(headers));
    }

    private static String wrongFormat(String date) {
        return "Date must be in ISO-8601 'basic format'. Got '"
                + date
                + "'. See http://en.wikipedia.org/wiki/ISO_8601";
    }
}
