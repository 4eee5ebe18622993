package dev.rollcall.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// Each kind of record that is none, with its refusal; a good one beside it is read all the same.
class MalformedRecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:processing-job/a";

    private static final String GOOD = record("");

    /// A record, with another value for one member.
    private static String record(String other) {
        String name = "\"ProcessingJobName\":\"a\"";
        String arn = "\"ProcessingJobArn\":\"" + ARN + "\"";
        String created = "\"CreationTime\":1704320199";
        String status = "\"ProcessingJobStatus\":\"Failed\"";
        var members = new StringBuilder();
        for (String member : new String[] {name, arn, created, status}) {
            String itsName = member.substring(0, member.indexOf(':') + 1);
            members.append(other.startsWith(itsName) ? other : member).append(',');
        }
        boolean isMore = Stream.of(name, arn, created, status).noneMatch(m -> sameName(m, other));
        return "{" + members + (isMore && !other.isEmpty() ? other : "\"More\":1") + "}";
    }

    private static boolean sameName(String one, String other) {
        return other.startsWith(one.substring(0, one.indexOf(':') + 1));
    }

    /// Without one of its members.
    private static String without(String member) {
        return record("\"%s\":null".formatted(member));
    }

    private static String event(String type, String detail) {
        return "{\"source\":\"aws.sagemaker\",\"detail-type\":%s%s}".formatted(type, detail);
    }

    private static Arguments of(String record, String refusal) {
        return Arguments.of(record, refusal);
    }

    static Stream<Arguments> malformed() {
        String change = "\"SageMaker Processing Job State Change\"";
        return Stream.of(
                of("{}", "neither a job nor a listing"),
                of("{\"a\":1}", "neither a job nor a listing"),
                of("null", "not a JSON object"),
                of("true", "not a JSON object"),
                of("17", "not a JSON object"),
                of("\"text\"", "not a JSON object"),
                of("nonsense", "not a JSON object"),
                of("<xml/>", "not a JSON object"),
                of("Action=PutEvents&Version=1", "not a JSON object"),
                of("{'ProcessingJobName': 'a'}", "looks like what Python prints"),
                of("{\"ProcessingJobName\":\"a\",}", "is out of place"),
                of("{\"ProcessingJobName\" \"a\"}", "is out of place"),
                of("{ProcessingJobName:1}", "is out of place"),
                of(record("\"CreationTime\":NaN"), "holds NaN, which JSON has not"),
                of(without("CreationTime"), "CreationTime is missing"),
                of(without("ProcessingJobArn"), "ProcessingJobArn is missing"),
                of(without("ProcessingJobName"), "ProcessingJobName is missing"),
                of(without("ProcessingJobStatus"), "ProcessingJobStatus is missing"),
                of(record("\"ProcessingJobName\":1"), "ProcessingJobName is a number, not text"),
                of(record("\"ProcessingJobName\":[\"a\"]"), "ProcessingJobName is a list"),
                of(record("\"ProcessingJobName\":\"b\""), "but the ARN names 'a'"),
                of(record("\"ProcessingJobName\":\"-a\""), "but the ARN names 'a'"),
                of(record("\"ProcessingJobArn\":\"a\""), "not the ARN of a processing job"),
                of(record("\"ProcessingJobArn\":{}"), "ProcessingJobArn is an object"),
                of(arn("us-east-1", "training-job"), "not the ARN of a processing job"),
                of(arn("US", "processing-job"), "not the ARN of a processing job"),
                of(arn("cn-north-1", "processing-job"), "not the ARN of a processing job"),
                of(record("\"ProcessingJobStatus\":\"Done\""), "must be one of InProgress"),
                of(record("\"ProcessingJobStatus\":\"FAILED\""), "must be one of InProgress"),
                of(record("\"ProcessingJobStatus\":true"), "is true or false, not text"),
                of(record("\"CreationTime\":\"yesterday\""), "CreationTime is no time"),
                of(record("\"CreationTime\":\"2024-13-01T00:00:00Z\""), "CreationTime is no time"),
                of(record("\"CreationTime\":{}"), "CreationTime is an object, not a time"),
                of(record("\"CreationTime\":true"), "CreationTime is true or false"),
                of(record("\"CreationTime\":4102444800"), "ahead of the clock"),
                of(record("\"CreationTime\":-99999999999999"), "in the years 0000 to 9999"),
                of(record("\"CreationTime\":1e300"), "in the years 0000 to 9999"),
                of(record("\"LastModifiedTime\":4102444800000"), "ahead of the clock"),
                of(record("\"LastModifiedTime\":[1]"), "LastModifiedTime is a list"),
                of(record("\"ProcessingEndTime\":4102444800"), "ahead of the clock"),
                of(record("\"ProcessingEndTime\":\"\""), "ProcessingEndTime is no time"),
                of(record("\"ExitMessage\":1"), "ExitMessage is a number, not text"),
                of(record("\"ExitMessage\":\"\\u0000\""), "ExitMessage holds a NUL"),
                of(record("\"ExitMessage\":\"\\ud800\""), "ExitMessage holds a NUL or half"),
                of(
                        record("\"FailureReason\":\"%s\"".formatted("x".repeat(1025))),
                        "FailureReason is longer than 1024 characters"),
                of(record("\"FailureReason\":false"), "FailureReason is true or false"),
                of(event("\"Scheduled Event\"", ""), "an event of type 'Scheduled Event'"),
                of(event(change, ""), "an event without detail"),
                of(event(change, ",\"detail\":null"), "A job is an object, not null"),
                of(event(change, ",\"detail\":\"" + ARN + "\""), "A job is an object, not text"),
                of(event(change, ",\"detail\":{}"), "CreationTime is missing"),
                of("[".repeat(1500), "nests deeper than"),
                of("{\"a\":".repeat(1500) + "1" + "}".repeat(1500), "nests deeper than"));
    }

    private static String arn(String region, String kind) {
        return record(
                "\"ProcessingJobArn\":\"arn:aws:sagemaker:%s:111122223333:%s/a\""
                        .formatted(region, kind));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_no_record_is_refused_with_its_reason(String malformed, String reason) {
        var body = read(GOOD + "\n" + malformed);
        assertThat(body.jobs()).hasSize(1);
        assertThat(body.refused()).isNotEmpty();
        assertThat(body.refused().getFirst().position()).isEqualTo(2);
        assertThat(body.refused().getFirst().reason()).contains(reason);
    }

    private static IntakeBody read(String text) {
        return IntakeBody.read(
                text.getBytes(StandardCharsets.UTF_8), NOW, Duration.ofDays(1), _ -> true);
    }
}
