package dev.rollcall.json;

import static dev.rollcall.domain.jobs.JobRecord.USUAL_MAX_AHEAD;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.validation.Checked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

class JobDescriptionJsonTest {

    private static final JsonFactory JSON = new JsonFactory();

    private static final ProcessingJob JOB =
            JobBuilder.job("a").exitMessage("done").ended(JobBuilder.CREATED).build();

    private static final String RESOURCES =
            "{'ClusterConfig':{'InstanceCount':2,'InstanceType':'ml.m5.large','VolumeSizeInGB':9}}";

    private static final String NEUTRAL_RESOURCES =
            "{'ClusterConfig':{'InstanceCount':0,'InstanceType':'','VolumeSizeInGB':0}}";

    private static String written(Consumer<JsonGenerator> write) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write.accept(json);
        }
        return text.toString();
    }

    private static JobDescription described(Map<String, String> details) {
        Instant version = JOB.lastModifiedTime();
        var members = new TreeMap<String, JobDetail>();
        details.forEach(
                (name, json) -> members.put(name, new JobDetail(version, json.replace('\'', '"'))));
        return new JobDescription(JOB, new JobDetails(members));
    }

    private static String answer(Map<String, String> details) {
        return written(json -> JobDescriptionJson.writeAnswer(json, described(details)))
                .replace('"', '\'');
    }

    @Test
    void an_answer_has_all_members_in_alphabetical_order_but_no_tags() {
        assertThat(
                        answer(
                                Map.of(
                                        "AppSpecification", "{'ImageUri':'i'}",
                                        "Environment", "{}",
                                        "MonitoringScheduleArn", "'m'",
                                        "ProcessingInputs", "[]",
                                        "ProcessingResources", RESOURCES,
                                        "RoleArn", "'r'",
                                        "Tags", "[{'Key':'k','Value':'v'}]",
                                        "TrainingJobArn", "'t'")))
                .isEqualTo(
                        """
                        {'AppSpecification':{'ImageUri':'i'},'CreationTime':%1$s,'Environment':{},\
                        'ExitMessage':'done','LastModifiedTime':%2$s,'MonitoringScheduleArn':'m',\
                        'ProcessingEndTime':%1$s,'ProcessingInputs':[],'ProcessingJobArn':'%3$s',\
                        'ProcessingJobName':'a','ProcessingJobStatus':'%4$s',\
                        'ProcessingResources':%5$s,'RoleArn':'r','TrainingJobArn':'t'}\
                        """
                                .formatted(
                                        ProcessingJobJson.epochSeconds(JOB.creationTime()),
                                        ProcessingJobJson.epochSeconds(JOB.lastModifiedTime()),
                                        JOB.arn(),
                                        JOB.status().wireName(),
                                        RESOURCES));
    }

    @Test
    void an_answer_of_which_only_the_summary_is_known_has_neutral_values_for_what_it_must_have() {
        String summary =
                written(json -> ProcessingJobJson.write(json, JOB))
                        .replace('"', '\'')
                        .replace("{", "{'AppSpecification':{'ImageUri':''},");
        assertThat(answer(Map.of()))
                .isEqualTo(
                        summary.substring(0, summary.length() - 1)
                                + ",'ProcessingResources':"
                                + NEUTRAL_RESOURCES
                                + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "AppSpecification | {'ContainerArguments':['b','a']} |"
                        + " {'ContainerArguments':['b','a'],'ImageUri':''}",
                "AppSpecification | {'ImageUri':'i','New':{'x':[1.5]}} |"
                        + " {'ImageUri':'i','New':{'x':[1.5]}}",
                "ProcessingResources | {} | {'ClusterConfig':{'InstanceCount':0,"
                        + "'InstanceType':'','VolumeSizeInGB':0}}",
                "ProcessingResources | {'ClusterConfig':{'InstanceCount':3,'VolumeKmsKeyId':'k'}} |"
                        + " {'ClusterConfig':{'InstanceCount':3,'InstanceType':'',"
                        + "'VolumeKmsKeyId':'k','VolumeSizeInGB':0}}",
                "ProcessingResources | {'Other':1} | {'ClusterConfig':{'InstanceCount':0,"
                        + "'InstanceType':'','VolumeSizeInGB':0},'Other':1}",
            })
    void a_required_member_that_is_missing_within_a_detail_is_filled_in_and_nothing_else(
            String member, String known, String answered) {
        assertThat(answer(Map.of(member, known))).contains("'%s':%s".formatted(member, answered));
    }

    @Test
    void tags_are_answered_as_they_are_known() {
        var tagged = described(Map.of("Tags", "[{'Key':'k','Value':'v'}]", "RoleArn", "'r'"));

        assertThat(written(json -> JobDescriptionJson.writeTags(json, tagged.details())))
                .isEqualTo("{\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}");
        assertThat(written(json -> JobDescriptionJson.writeTags(json, JobDetails.NONE)))
                .isEqualTo("{\"Tags\":[]}");
    }

    @Test
    void what_is_known_is_written_and_read_back() throws MalformedJob {
        var description =
                described(
                        Map.of(
                                "AppSpecification", "{'ContainerArguments':['b\\n\\u001F🦖']}",
                                "Environment", "{'a':'FULLYREPLICATED'}",
                                "Tags", "[{'Key':'k','Value':'v'}]"));

        String line = written(json -> JobDescriptionJson.write(json, description));

        assertThat(line).doesNotContain("ImageUri").doesNotContain("ClusterConfig");
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            assertThat(
                            JobRecordReader.read(parser)
                                    .record()
                                    .check(JobBuilder.CREATED, USUAL_MAX_AHEAD))
                    .isEqualTo(new Checked.Valid<>(description));
        }
    }

    /// As stored they are raw: JSON asks for no escape.
    @Test
    void characters_that_a_terminal_obeys_or_nobody_sees_are_escaped_in_details_too() {
        var description =
                described(
                        Map.of(
                                "RoleArn", "'a\u009bb\u007fc'",
                                "Tags", "[{'Key':'k','Value':'a\u202eb\u2028c🦖'}]"));
        String whole = written(json -> JobDescriptionJson.write(json, description));
        String tags = written(json -> JobDescriptionJson.writeTags(json, description.details()));

        assertThat(whole)
                .contains("\"RoleArn\":\"a\\u009Bb\\u007Fc\"")
                .contains("\"Value\":\"a\\u202Eb\\u2028c🦖\"");
        assertThat(tags)
                .isEqualTo("{\"Tags\":[{\"Key\":\"k\",\"Value\":\"a\\u202Eb\\u2028c🦖\"}]}");
    }

    @Test
    void a_job_without_details_is_written_as_its_summary() {
        assertThat(written(json -> JobDescriptionJson.write(json, new JobDescription(JOB))))
                .isEqualTo(written(json -> ProcessingJobJson.write(json, JOB)));
    }
}
