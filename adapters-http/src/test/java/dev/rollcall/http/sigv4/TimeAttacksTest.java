package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.AttackedServer.INVALID;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.signed;

import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Attacks 39 and 40: when the request says it was signed.
class TimeAttacksTest {

    private final AttackedServer server = new AttackedServer();

    private static RequestDraft signedAt(Duration fromNow) {
        return new Signer(ADA, HERE, NOON.plus(fromNow)).sign(RequestDraft.listing());
    }

    @Test
    @DisplayName("39 five minutes ago")
    void five_minutes_ago() {
        server.accepts(signedAt(Duration.ofMinutes(-5)));
    }

    @Test
    @DisplayName("39 five minutes and a second ago")
    void five_minutes_and_a_second_ago() {
        server.refuses(
                signedAt(Duration.ofSeconds(-301)),
                INVALID,
                "Signature expired: 20240103T115459Z is now earlier than 20240103T115500Z"
                        + " (20240103T120000Z - 5 min.)");
    }

    @Test
    @DisplayName("39 five minutes ahead")
    void five_minutes_ahead() {
        server.accepts(signedAt(Duration.ofMinutes(5)));
    }

    @Test
    @DisplayName("39 five minutes and a second ahead")
    void five_minutes_and_a_second_ahead() {
        server.refuses(
                signedAt(Duration.ofSeconds(301)),
                INVALID,
                "Signature not yet current: 20240103T120501Z is still later than 20240103T120500Z"
                        + " (20240103T120000Z + 5 min.)");
    }

    @Test
    @DisplayName("39 five minutes and most of a second ago: fractions do not count")
    void fractions_of_a_second_do_not_count() {
        server.setClock(NOON.plusMillis(999));

        server.accepts(signedAt(Duration.ofMinutes(-5)));
        server.accepts(signedAt(Duration.ofMinutes(5)));
    }

    @Test
    @DisplayName("40 the year 0000")
    void the_year_0000() {
        server.refuses(
                signed().with("x-amz-date", "00000101T000000Z"),
                INVALID,
                "Signature expired: 00000101T000000Z is now earlier than 20240103T115500Z"
                        + " (20240103T120000Z - 5 min.)");
    }

    @Test
    @DisplayName("40 the year 9999")
    void the_year_9999() {
        server.refuses(
                signed().with("x-amz-date", "99991231T235959Z"),
                INVALID,
                "Signature not yet current: 99991231T235959Z is still later than 20240103T120500Z"
                        + " (20240103T120000Z + 5 min.)");
    }
}
