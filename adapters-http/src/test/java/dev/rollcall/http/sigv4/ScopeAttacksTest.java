package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.AttackedServer.INVALID;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.signed;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Set;

/// Attacks 11 to 15: the credential scope.
class ScopeAttacksTest {

    private final AttackedServer server = new AttackedServer();

    @Test
    @DisplayName("11 the region changed after signing")
    void the_region_changed() {
        server.refusesAsWronglySigned(signed().authorization("/us-east-1/", "/eu-west-1/"));
    }

    @Test
    @DisplayName("11 a region in which the key is not valid")
    void a_region_in_which_the_key_is_not_valid() {
        var ada = keyFor("eu-west-1");

        server.upsert(ada);

        server.refuses(
                new Signer(ada, HERE, NOON).sign(RequestDraft.listing()),
                INVALID,
                "Credential should be scoped to a valid region, not 'us-east-1'. ");
    }

    @Test
    @DisplayName("11 only a client with the secret learns the regions of a key")
    void only_a_client_with_the_secret_learns_the_regions_of_a_key() {
        server.upsert(keyFor("eu-west-1"));

        server.refusesAsWronglySigned(signed().change("x-amz-target", target -> target + "x"));
    }

    private static AccessKey keyFor(String region) {
        return new AccessKey(
                ADA.id(),
                ADA.secret(),
                ADA.sessionToken(),
                ADA.account(),
                new Regions.Only(Set.of(new Region(region))),
                ADA.allowed(),
                ADA.userName());
    }

    @ParameterizedTest(name = "11 no region at all: {0}")
    @ValueSource(strings = {"US-EAST-1", "c!", "1", "us_east_1", "*"})
    void no_region_at_all(String region) {
        server.refuses(
                signed().authorization("/us-east-1/", "/" + region + "/"),
                INVALID,
                "Credential should be scoped to a valid region, not '" + region + "'. ");
    }

    @ParameterizedTest(name = "12 another service: {0}")
    @ValueSource(strings = {"s3", "SageMaker", "execute-api", "sagemaker-runtime"})
    void another_service(String service) {
        server.refuses(
                signed().authorization("/sagemaker/", "/" + service + "/"),
                INVALID,
                "Credential should be scoped to correct service: 'sagemaker'. ");
    }

    @ParameterizedTest(name = "13 another terminator: {0}")
    @ValueSource(strings = {"aws4_request2", "AWS4_REQUEST", "aws3_request"})
    void another_terminator(String terminator) {
        server.refuses(
                signed().authorization("/aws4_request", "/" + terminator),
                INVALID,
                "Credential should be scoped with a valid terminator: 'aws4_request', not '"
                        + terminator
                        + "'. ");
    }

    @Test
    @DisplayName("13 all of the scope wrong at once")
    void all_of_the_scope_wrong() {
        server.refuses(
                signed().authorization(
                                "AKIDADA/20240103/us-east-1/sagemaker/aws4_request", "a/b/C/d/e"),
                INVALID,
                "Credential should be scoped to a valid region, not 'C'. "
                        + "Credential should be scoped to correct service: 'sagemaker'. "
                        + "Credential should be scoped with a valid terminator: 'aws4_request',"
                        + " not 'e'. "
                        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version"
                        + " of date from HTTP: 'b' != '20240103', from '20240103T120000Z'.");
    }

    @ParameterizedTest(name = "14 a scope of another day: {0}")
    @ValueSource(strings = {"20240102", "20240104", "2024-01-03", "20240103T"})
    void a_scope_of_another_day(String day) {
        server.refuses(
                signed().authorization("/20240103/", "/" + day + "/"),
                INVALID,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                        + " from HTTP: '"
                        + day
                        + "' != '20240103', from '20240103T120000Z'.");
    }

    @Test
    @DisplayName("15 signed before midnight and received after it")
    void signed_before_midnight_and_received_after_it() {
        Instant before = Instant.parse("2024-01-03T23:59:58Z");

        server.setClock(Instant.parse("2024-01-04T00:02:00Z"));

        server.accepts(new Signer(ADA, HERE, before).sign(RequestDraft.listing()));
    }

    @Test
    @DisplayName("15 signed after midnight by a fast clock")
    void signed_after_midnight_by_a_fast_clock() {
        Instant after = Instant.parse("2024-01-04T00:00:01Z");

        server.setClock(Instant.parse("2024-01-03T23:59:00Z"));

        server.accepts(new Signer(ADA, HERE, after).sign(RequestDraft.listing()));
    }

    @Test
    @DisplayName("15 signed after midnight for the day before")
    void signed_after_midnight_for_the_day_before() {
        Instant after = Instant.parse("2024-01-04T00:00:01Z");

        server.setClock(after);

        server.refuses(
                new Signer(ADA, HERE, after)
                        .sign(RequestDraft.listing())
                        .authorization("/20240104/", "/20240103/"),
                INVALID,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                        + " from HTTP: '20240103' != '20240104', from '20240104T000001Z'.");
    }
}
