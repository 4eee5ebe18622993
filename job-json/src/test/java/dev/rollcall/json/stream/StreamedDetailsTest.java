package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.json.ReadRecord;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/// The details of jobs in a stream.
class StreamedDetailsTest {

    /// What is read: of each job its name, its details and their size, of anything else why not.
    private static List<String> read(String text) throws BrokenStream {
        var found = new ArrayList<String>();
        JobRecordStream.read(
                new ByteArrayInputStream(text.getBytes(UTF_8)),
                new JobRecordStream.Sink() {
                    @Override
                    public void record(Place at, ReadRecord read) {
                        var details = read.record().details();
                        int bytes =
                                details.values().stream()
                                        .mapToInt(detail -> detail.json().getBytes(UTF_8).length)
                                        .sum();
                        found.add(
                                "%s %s %d"
                                        .formatted(
                                                read.record().processingJobName().orElseThrow(),
                                                details.keySet(),
                                                bytes));
                    }

                    @Override
                    public void refuse(Refusal refusal) {
                        found.add(refusal.reason());
                    }

                    @Override
                    public void endOfListing(boolean goesOn) {}
                });
        return found;
    }

    @Test
    void they_are_read_wherever_they_are_in_an_object() throws BrokenStream {
        assertThat(
                        read(
                                """
                                {"ProcessingInputs":[{"InputName":"i"}],"x":1,"RoleArn":"r",
                                 "ProcessingJobName":"a","Environment":{}}
                                {"detail-type":"SageMaker Processing Job State Change",
                                 "detail":{"RoleArn":"r","ProcessingJobName":"b","Tags":{}}}
                                {"ProcessingJobSummaries":[{"ProcessingJobName":"c","RoleArn":""}]}
                                {"ProcessingJobName":"d"}
                                """))
                .containsExactly(
                        "a [Environment, ProcessingInputs, RoleArn] 24",
                        "b [RoleArn, Tags] 5",
                        "c [RoleArn] 2",
                        "d [] 0");
    }

    @Test
    void a_malformed_one_is_refused_with_its_record_and_no_other() throws BrokenStream {
        assertThat(
                        read(
                                """
                                {"RoleArn":1,"ProcessingJobName":"a"}
                                {"ProcessingJobName":"b","NetworkConfig":{"x":%s}}
                                {"ProcessingJobName":"c","RoleArn":"r"}
                                """
                                        .formatted("[".repeat(60) + "]".repeat(60))))
                .containsExactly(
                        "RoleArn is a number, not text",
                        "NetworkConfig nests deeper than 32 levels",
                        "c [RoleArn] 3");
    }

    @Test
    void another_resource_with_members_of_the_same_names_is_no_job() throws BrokenStream {
        assertThat(read("{\"RoleArn\":\"r\",\"Tags\":[],\"NotebookInstanceName\":\"n\"}"))
                .containsExactly("neither a job nor a listing of jobs nor an event of one");
    }

    @Test
    void they_may_have_their_greatest_size_with_every_character_escaped() throws BrokenStream {
        int around = "{'A':''}".length();
        String escaped = "\\u0041".repeat(JobDetails.MAX_BYTES - around);

        assertThat(
                        read(
                                "{\"ProcessingJobName\":\"a\",\"Environment\":{\"A\":\"%s\"}}"
                                        .formatted(escaped)))
                .containsExactly("a [Environment] 262144");
    }
}
