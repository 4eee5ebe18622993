package dev.rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.domain.jobs.JobRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a record says beyond its summary.
class ReadDetailsTest {

    private static final JsonFactory JSON = new JsonFactory();

    private static Map<String, JobRecord.Detail> details(String json) throws MalformedJob {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return JobRecordReader.read(parser).record().details();
        }
    }

    /// The only detail of a record, whose quotation marks are written as `'`.
    private static String detail(String json) throws MalformedJob {
        var details = details("{" + json.replace('\'', '"') + "}");
        assertThat(details).hasSize(1);
        return details.values().iterator().next().json().replace('"', '\'');
    }

    @Test
    void every_member_that_describe_answers_beside_a_summary_is_kept() throws MalformedJob {
        var described =
                """
                {"ProcessingInputs":[{"InputName":"in","AppManaged":false,"S3Input":{
                   "S3Uri":"s3://b/in","LocalPath":"/in","S3DataType":"S3Prefix",
                   "S3InputMode":"File","S3DataDistributionType":"FullyReplicated",
                   "S3CompressionType":"None"}}],
                 "ProcessingOutputConfig":{"Outputs":[{"OutputName":"out","S3Output":{
                   "S3Uri":"s3://b/out","LocalPath":"/out","S3UploadMode":"EndOfJob"},
                   "AppManaged":false}],"KmsKeyId":"k"},
                 "ProcessingJobName":"n",
                 "ProcessingResources":{"ClusterConfig":{
                   "InstanceCount":1,"InstanceType":"ml.t3.medium","VolumeSizeInGB":30}},
                 "StoppingCondition":{"MaxRuntimeInSeconds":86400},
                 "AppSpecification":{"ImageUri":"i","ContainerEntrypoint":["python3","x.py"]},
                 "Environment":{"b":"2","a":"1"},
                 "NetworkConfig":{"EnableNetworkIsolation":true,"VpcConfig":{
                   "Subnets":["s"],"SecurityGroupIds":["g"]}},
                 "RoleArn":"r","ExperimentConfig":{"TrialName":"t","RunName":"u"},
                 "ProcessingJobArn":"arn","ProcessingStartTime":1623213169.5,
                 "MonitoringScheduleArn":"m","AutoMLJobArn":"a","TrainingJobArn":"t",
                 "Tags":[{"Key":"team","Value":"x"}]}\
                """;
        var json =
                Map.ofEntries(
                        Map.entry(
                                "AppSpecification",
                                """
                                {"ContainerEntrypoint":["python3","x.py"],"ImageUri":"i"}\
                                """),
                        Map.entry("AutoMLJobArn", "\"a\""),
                        Map.entry("Environment", "{\"a\":\"1\",\"b\":\"2\"}"),
                        Map.entry("ExperimentConfig", "{\"RunName\":\"u\",\"TrialName\":\"t\"}"),
                        Map.entry("MonitoringScheduleArn", "\"m\""),
                        Map.entry(
                                "NetworkConfig",
                                """
                                {"EnableNetworkIsolation":true,"VpcConfig":\
                                {"SecurityGroupIds":["g"],"Subnets":["s"]}}\
                                """),
                        Map.entry(
                                "ProcessingInputs",
                                """
                                [{"AppManaged":false,"InputName":"in","S3Input":{"LocalPath":"/in",\
                                "S3CompressionType":"None",\
                                "S3DataDistributionType":"FullyReplicated","S3DataType":"S3Prefix",\
                                "S3InputMode":"File","S3Uri":"s3://b/in"}}]\
                                """),
                        Map.entry(
                                "ProcessingOutputConfig",
                                """
                                {"KmsKeyId":"k","Outputs":[{"AppManaged":false,"OutputName":"out",\
                                "S3Output":{"LocalPath":"/out","S3UploadMode":"EndOfJob",\
                                "S3Uri":"s3://b/out"}}]}\
                                """),
                        Map.entry(
                                "ProcessingResources",
                                """
                                {"ClusterConfig":{"InstanceCount":1,"InstanceType":"ml.t3.medium",\
                                "VolumeSizeInGB":30}}\
                                """),
                        Map.entry("RoleArn", "\"r\""),
                        Map.entry("StoppingCondition", "{\"MaxRuntimeInSeconds\":86400}"),
                        Map.entry("Tags", "[{\"Key\":\"team\",\"Value\":\"x\"}]"),
                        Map.entry("TrainingJobArn", "\"t\""));

        var details = details(described);

        assertThat(details.get("ProcessingStartTime"))
                .isEqualTo(
                        new JobRecord.Detail(
                                "1.6232131695E9",
                                Optional.of(Instant.parse("2021-06-09T04:32:49.500Z"))));
        assertThat(details).hasSize(json.size() + 1);
        json.forEach(
                (member, value) ->
                        assertThat(details.get(member))
                                .isEqualTo(new JobRecord.Detail(value, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'S3DataDistributionType':'FULLYREPLICATED' | FullyReplicated",
                "'S3DataDistributionType':'SHARDED_BY_S3_KEY' | ShardedByS3Key",
                "'S3DataType':'MANIFEST_FILE' | ManifestFile",
                "'S3DataType':'s3prefix' | S3Prefix",
                "'S3InputMode':'PIPE' | Pipe",
                "'S3CompressionType':'GZIP' | Gzip",
                "'S3CompressionType':'NONE' | None",
                "'S3CompressionType':'ZSTD_9' | ZSTD_9",
            })
    void an_enumeration_is_spelled_as_the_api_does_and_an_unknown_value_remains(
            String member, String spelled) throws MalformedJob {
        assertThat(detail("'ProcessingInputs':[{'S3Input':{" + member + "}}]"))
                .contains(":'" + spelled + "'}}]");
    }

    @Test
    void each_member_has_its_own_spellings() throws MalformedJob {
        assertThat(
                        detail(
                                """
                                'ProcessingInputs':[{'DatasetDefinition':{
                                  'AthenaDatasetDefinition':{'OutputCompression':'gzip',
                                    'OutputFormat':'Text_File'},
                                  'DataDistributionType':'FULLYREPLICATED','InputMode':'FILE',
                                  'RedshiftDatasetDefinition':{'OutputCompression':'NONE',
                                    'OutputFormat':'csv'}}}]\
                                """))
                .isEqualTo(
                        """
                        [{'DatasetDefinition':{'AthenaDatasetDefinition':\
                        {'OutputCompression':'GZIP','OutputFormat':'TEXTFILE'},\
                        'DataDistributionType':'FullyReplicated','InputMode':'File',\
                        'RedshiftDatasetDefinition':\
                        {'OutputCompression':'None','OutputFormat':'CSV'}}}]\
                        """);
        assertThat(
                        detail(
                                "'ProcessingOutputConfig':{'Outputs':[{'S3Output':{"
                                        + "'S3UploadMode':'END_OF_JOB'}},{'S3Output':{"
                                        + "'S3UploadMode':'CONTINUOUS'}}]}"))
                .contains("'EndOfJob'")
                .contains("'Continuous'");
    }

    @Test
    void what_people_wrote_themselves_is_never_taken_for_an_enumeration() throws MalformedJob {
        assertThat(
                        detail(
                                "'Environment':{'S3DataType':'MANIFEST_FILE','s3_input':'PIPE',"
                                        + "'B':'1','a':'2'}"))
                .isEqualTo("{'B':'1','S3DataType':'MANIFEST_FILE','a':'2','s3_input':'PIPE'}");
        assertThat(detail("'AppSpecification':{'ContainerArguments':['PIPE','b','a']}"))
                .isEqualTo("{'ContainerArguments':['PIPE','b','a']}");
    }

    @Test
    void tags_are_in_the_order_of_their_keys_in_either_form() throws MalformedJob {
        String tags = "[{'Key':'Cost','Value':''},{'Key':'team','Value':'NONE'}]";

        assertThat(detail("'Tags':[{'Value':'NONE','Key':'team'}," + "{'Key':'Cost','Value':''}]"))
                .isEqualTo(tags);
        assertThat(detail("'Tags':{'team':'NONE','Cost':''}")).isEqualTo(tags);
        assertThat(detail("'Tags':[]")).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'StoppingCondition':{'MaxRuntimeInSeconds':3.60e3} |"
                        + " {'MaxRuntimeInSeconds':3600}",
                "'NetworkConfig':{ 'VpcConfig' : null, 'EnableNetworkIsolation' : true } |"
                        + " {'EnableNetworkIsolation':true}",
                "'RoleArn':'\\u0041\\/\\u00e9\\n\\u001f' | 'A/é\\n\\u001F'",
                "'ExperimentConfig':{} | {}",
                "'Environment':{'a':null,'b':''} | {'b':''}",
            })
    void equal_values_become_equal_texts(String json, String expected) throws MalformedJob {
        assertThat(detail(json)).isEqualTo(expected);
    }

    @Test
    void members_that_aws_may_add_within_a_detail_are_kept() throws MalformedJob {
        assertThat(
                        detail(
                                """
                                'NetworkConfig':{'New':{'z':[1.50,1e2,-0.0,1e300,null,true,
                                {'y':'A_B','x':null}],'a':'x'},'EnableNetworkIsolation':false}\
                                """))
                .isEqualTo(
                        """
                        {'EnableNetworkIsolation':false,'New':{'a':'x',\
                        'z':[1.5,100,0,1E+300,null,true,{'y':'A_B'}]}}\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "1589879735000, 1.589879735E9, 2020-05-19T09:15:35Z",
        "'\"1589879735000\"', 1.589879735E9, 2020-05-19T09:15:35Z",
        "'\"2020-05-19T02:15:35.1239-07:00\"', 1.589879735123E9, 2020-05-19T09:15:35.123Z",
    })
    void a_start_time_is_in_the_form_of_the_api_whatever_it_came_in(
            String time, String json, Instant instant) throws MalformedJob {
        assertThat(details("{\"ProcessingStartTime\":" + time + "}"))
                .containsExactly(
                        Map.entry(
                                "ProcessingStartTime",
                                new JobRecord.Detail(json, Optional.of(instant))));
    }

    @Test
    void a_summary_has_no_details_and_null_is_none() throws MalformedJob {
        assertThat(details("{\"ProcessingJobName\":\"n\",\"CreationTime\":1}")).isEmpty();
        assertThat(
                        details(
                                "{\"RoleArn\":null,\"ProcessingInputs\":null,"
                                        + "\"ProcessingStartTime\":null,\"Unknown\":[{}]}"))
                .isEmpty();
    }

    @Test
    void the_neutral_values_of_another_rollcalls_answer_are_not_known_of_a_job()
            throws MalformedJob {
        assertThat(
                        details(
                                """
                                {"AppSpecification":{"ImageUri":""},"ProcessingResources":
                                {"ClusterConfig":{"VolumeSizeInGB":0,"InstanceType":"",
                                "InstanceCount":0}}}\
                                """))
                .isEmpty();
        assertThat(detail("'AppSpecification':{'ImageUri':'','ContainerArguments':[]}"))
                .isEqualTo("{'ContainerArguments':[],'ImageUri':''}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'RoleArn':1 | RoleArn is a number, not text",
                "'ProcessingInputs':{} | ProcessingInputs is an object, not a list",
                "'ProcessingInputs':[1] | ProcessingInputs[0] is a number, not an object",
                "'ProcessingInputs':[{},{'S3Input':{'S3Uri':[]}}] |"
                        + " ProcessingInputs[1].S3Input.S3Uri is a list, not text",
                "'ProcessingInputs':[{'S3Input':{'S3DataType':2}}] |"
                        + " ProcessingInputs[0].S3Input.S3DataType is a number, not text",
                "'NetworkConfig':{'EnableNetworkIsolation':'true'} |"
                        + " NetworkConfig.EnableNetworkIsolation is text, not true or false",
                "'ProcessingResources':{'ClusterConfig':{'InstanceCount':'1'}} |"
                        + " ProcessingResources.ClusterConfig.InstanceCount is text, not a number",
                "'ProcessingResources':{'ClusterConfig':{'InstanceCount':1.5}} |"
                        + " ProcessingResources.ClusterConfig.InstanceCount is not a whole number"
                        + " of 32 bits",
                "'StoppingCondition':{'MaxRuntimeInSeconds':1e999999999} |"
                        + " StoppingCondition.MaxRuntimeInSeconds is not a whole number of 32 bits",
                "'Environment':{'secret':1} | a value of Environment is a number, not text",
                "'Environment':['A=1'] | Environment is a list, not an object",
                "'Tags':'x' | Tags is text, not a list",
                "'Tags':[{'Key':1}] | Tags[0].Key is a number, not text",
                "'AppSpecification':{'ContainerArguments':['a',null]} |"
                        + " AppSpecification.ContainerArguments[1] is null, not text",
                "'RoleArn':'a\\u0000' | RoleArn holds a NUL or half a surrogate pair",
                "'Environment':{'\\u0000':'x'} | Environment holds a NUL or half a surrogate pair",
                "'NetworkConfig':{'New':['\\u0000']} |"
                        + " NetworkConfig holds a NUL or half a surrogate pair",
                "'ProcessingStartTime':'soon' | ProcessingStartTime is no time: neither a number of"
                        + " seconds or milliseconds since 1970 nor ISO-8601, such as"
                        + " 2023-06-09T12:29:00Z",
            })
    void a_detail_of_another_type_is_named(String json, String message) {
        assertThatThrownBy(() -> details("{" + json.replace('\'', '"') + ",\"ExitMessage\":1}"))
                .isInstanceOf(MalformedJob.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void a_detail_that_nests_too_deep_is_refused(String open) throws MalformedJob {
        String close = open.equals("[") ? "]" : "}";
        int deepest = DetailReader.MAX_DEPTH - 1;

        assertThat(details(nested(open, "1", close, deepest))).hasSize(1);
        assertThatThrownBy(() -> details(nested(open, "1", close, deepest + 1)))
                .isInstanceOf(MalformedJob.class)
                .hasMessage("NetworkConfig nests deeper than 32 levels");
    }

    private static String nested(String open, String value, String close, int depth) {
        return "{\"NetworkConfig\":{\"New\":%s%s%s}}"
                .formatted(open.repeat(depth), value, close.repeat(depth));
    }
}
