package dev.rollcall.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class DescriptionPrinterTest {

    private static final Instant CREATED = Instant.parse("2021-06-09T12:29:00.13Z");

    private static JobDescription described(Map<String, String> details) {
        var members = new TreeMap<String, JobDetail>();
        details.forEach((name, json) -> members.put(name, new JobDetail(CREATED, json)));
        return new JobDescription(
                new ProcessingJob(
                        new ProcessingJobArn(
                                Scope.of("123456789012", "us-east-1"), new ProcessingJobName("a")),
                        ProcessingJobStatus.FAILED,
                        CREATED,
                        CREATED,
                        Optional.of(Instant.parse("2021-06-09T12:30:00Z")),
                        Optional.of(new JobMessage("1.5")),
                        Optional.empty()),
                new JobDetails(members));
    }

    private static String printed(JobDescription description) {
        var text = new StringWriter();
        DescriptionPrinter.print(description, new PrintWriter(text));
        return text.toString();
    }

    @Test
    void all_that_is_known_is_printed_as_the_aws_cli_prints_it() {
        assertThat(
                        printed(
                                described(
                                        Map.of(
                                                "AppSpecification",
                                                "{\"ContainerArguments\":[\"1\",\"é\"]}",
                                                "Environment",
                                                "{}",
                                                "ProcessingInputs",
                                                "[]",
                                                "ProcessingStartTime",
                                                "1.623241769999E9",
                                                "StoppingCondition",
                                                "{\"MaxRuntimeInSeconds\":1623241740}",
                                                "Tags",
                                                "[{\"Key\":\"k\",\"Value\":\"v\"}]"))))
                .isEqualToNormalizingNewlines(
                        """
                        {
                            "AppSpecification": {
                                "ContainerArguments": [
                                    "1",
                                    "é"
                                ]
                            },
                            "CreationTime": "2021-06-09T12:29:00.130000+00:00",
                            "Environment": {},
                            "ExitMessage": "1.5",
                            "LastModifiedTime": "2021-06-09T12:29:00.130000+00:00",
                            "ProcessingEndTime": "2021-06-09T12:30:00+00:00",
                            "ProcessingInputs": [],
                            "ProcessingJobArn": "%s",
                            "ProcessingJobName": "a",
                            "ProcessingJobStatus": "Failed",
                            "ProcessingStartTime": "2021-06-09T12:29:29.999000+00:00",
                            "StoppingCondition": {
                                "MaxRuntimeInSeconds": 1623241740
                            },
                            "Tags": [
                                {
                                    "Key": "k",
                                    "Value": "v"
                                }
                            ]
                        }
                        """
                                .formatted(
                                        "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a"));
    }

    @Test
    void nothing_is_filled_in_for_what_is_not_known() {
        assertThat(printed(described(Map.of())))
                .startsWith("{" + System.lineSeparator() + "    \"CreationTime\"")
                .doesNotContain("AppSpecification", "ProcessingResources", "Tags");
    }
}
