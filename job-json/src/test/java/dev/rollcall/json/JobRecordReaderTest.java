package dev.rollcall.json;

import static dev.rollcall.domain.jobs.JobRecord.USUAL_MAX_AHEAD;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.validation.Checked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JobRecordReaderTest {

    private static final JsonFactory JSON = new JsonFactory();

    @Test
    void what_is_written_is_read_back() throws MalformedJob {
        for (ProcessingJob job :
                List.of(
                        JobBuilder.job("a").build(),
                        JobBuilder.job("b")
                                .status(ProcessingJobStatus.FAILED)
                                .modified(JobBuilder.CREATED.plusMillis(90_130))
                                .ended(JobBuilder.CREATED.plusMillis(90_000))
                                .exitMessage("\"\\\u0001\n")
                                .failureReason("🦖é\u2028")
                                .build())) {
            var json = new StringWriter();
            try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), json)) {
                ProcessingJobJson.write(generator, job);
            }
            assertThat(read(json.toString()).check(JobBuilder.CREATED, USUAL_MAX_AHEAD))
                    .isEqualTo(new Checked.Valid<>(new JobDescription(job)));
        }
    }

    @Test
    void members_that_the_api_does_not_have_are_skipped() throws MalformedJob {
        var described =
                """
                {"TransformInput":[{"InputName":"a","S3Input":{"CreationTime":"x"}}],
                 "ProcessingJobName":"n","processingStartTime":{},"creationTime":[],
                 "AlgorithmSpecification":{"ProcessingJobArn":1,"ExitMessage":[[{}]]},
                 "ProcessingJobArn":"arn"}\
                """;
        assertThat(read(described))
                .isEqualTo(
                        new JobRecord(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("arn"),
                                Optional.of("n"),
                                Optional.empty(),
                                Map.of()));
    }

    @Test
    void null_is_an_absent_member() throws MalformedJob {
        var nothing =
                new JobRecord(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of());
        assertThat(read("{}")).isEqualTo(nothing);
        assertThat(
                        read(
                                """
                                {"CreationTime":null,"ExitMessage":null,"FailureReason":null,
                                 "LastModifiedTime":null,"ProcessingEndTime":null,
                                 "ProcessingJobArn":null,"ProcessingJobName":null,
                                 "ProcessingJobStatus":null}\
                                """))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource({
        "1686313740.13, 2023-06-09T12:29:00.130Z",
        "1686313740130, 2023-06-09T12:29:00.130Z",
        "'\"1686313740.13\"', 2023-06-09T12:29:00.130Z",
        "'\"1686313740130\"', 2023-06-09T12:29:00.130Z",
        "'\"2023-06-09 12:29:00.130000+00:00\"', 2023-06-09T12:29:00.130Z",
        "1e400000000, +1000000000-12-31T23:59:59.999999999Z",
    })
    void a_time_is_a_number_or_a_written_time(String json, Instant expected) throws MalformedJob {
        assertThat(read("{\"CreationTime\":" + json + "}").creationTime()).contains(expected);
        assertThat(read("{\"LastModifiedTime\":" + json + "}").lastModifiedTime())
                .contains(expected);
        assertThat(read("{\"ProcessingEndTime\":" + json + "}").processingEndTime())
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2023-06-09"})
    void another_text_is_no_time(String time) {
        assertThatThrownBy(() -> read("{\"ProcessingEndTime\":\"" + time + "\"}"))
                .isInstanceOf(MalformedJob.class)
                .hasMessage(
                        "ProcessingEndTime is no time: neither a number of seconds or milliseconds"
                                + " since 1970 nor ISO-8601, such as 2023-06-09T12:29:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{~CreationTime~:true} | CreationTime is true or false, not a time",
                "{~CreationTime~:[1]} | CreationTime is a list, not a time",
                "{~LastModifiedTime~:{}} | LastModifiedTime is an object, not a time",
                "{~ProcessingEndTime~:false} | ProcessingEndTime is true or false, not a time",
                "{~ExitMessage~:1} | ExitMessage is a number, not text",
                "{~FailureReason~:[[]]} | FailureReason is a list, not text",
                "{~ProcessingJobArn~:{~a~:{}}} | ProcessingJobArn is an object, not text",
                "{~ProcessingJobName~:1.5} | ProcessingJobName is a number, not text",
                "{~ProcessingJobStatus~:true} | ProcessingJobStatus is true or false, not text",
                "{~ExitMessage~:1,~CreationTime~:[]} | ExitMessage is a number, not text",
                "[{~ExitMessage~:1}] | A job is an object, not a list",
                "~x~ | A job is an object, not text",
                "null | A job is an object, not null",
            })
    void a_member_of_another_type_is_named(String json, String message) {
        assertThatThrownBy(() -> read(json.replace('~', '"')))
                .isInstanceOf(MalformedJob.class)
                .hasMessage(message);
    }

    @Test
    void the_parser_is_left_at_the_end_of_each_job_good_or_bad() throws MalformedJob {
        var jobs =
                """
                [{"ProcessingJobName":"a","x":{"y":[]}},
                 {"ExitMessage":{"a":[1]},"CreationTime":"x"},
                 [[1],{}], {"ProcessingJobName":"b"}]\
                """;
        try (var parser = JSON.createParser(ObjectReadContext.empty(), jobs)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            parser.nextToken();
            assertThat(JobRecordReader.read(parser).record().processingJobName()).contains("a");
            parser.nextToken();
            assertMalformed(parser, "ExitMessage");
            parser.nextToken();
            assertMalformed(parser, "list");
            parser.nextToken();
            assertThat(JobRecordReader.read(parser).record().processingJobName()).contains("b");
            assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }

    private static void assertMalformed(JsonParser parser, String what) {
        assertThatThrownBy(() -> JobRecordReader.read(parser))
                .isInstanceOf(MalformedJob.class)
                .hasMessageContaining(what);
    }

    @Test
    void what_is_not_json_is_told_apart() {
        assertThatThrownBy(() -> read("{\"ExitMessage\":1,")).isInstanceOf(JacksonException.class);
    }

    private static JobRecord read(String json) throws MalformedJob {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return JobRecordReader.read(parser).record();
        }
    }
}
