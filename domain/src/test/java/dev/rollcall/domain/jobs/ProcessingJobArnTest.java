package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessingJobArnTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1,      aws",
        "eu-central-1,   aws",
        "us-gov-west-1,  aws-us-gov",
        "cn-north-1,     aws-cn",
        "us-iso-east-1,  aws-iso",
        "us-isob-east-1, aws-iso-b",
        "eu-isoe-west-1, aws-iso-e",
        "us-isof-south-1, aws-iso-f",
        "eusc-de-east-1, aws-eusc",
        "on-premises,    aws",
        "us,             aws",
        "cn,             aws",
        "us-government,  aws"
    })
    void an_arn_is_written_in_its_region_s_partition_and_read_again(
            String region, String partition) {
        var arn =
                new ProcessingJobArn(
                        Scope.of("000000000001", region), new ProcessingJobName("train-7"));

        assertThat(arn.scope().region().partition()).isEqualTo(partition);
        assertThat(arn)
                .hasToString(
                        "arn:%s:sagemaker:%s:000000000001:processing-job/train-7"
                                .formatted(partition, region));
        assertThat(ProcessingJobArn.parse(arn.toString())).contains(arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train-7",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/-a",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a-",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a/b",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a\n",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a ",
                " arn:aws:sagemaker:us-east-1:123456789012:processing-job/a",
                "ARN:aws:sagemaker:us-east-1:123456789012:processing-job/a",
                "arn:aws:sagemaker:us-east-1:123456789012:training-job/a",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job:a",
                "arn:aws:s3:us-east-1:123456789012:processing-job/a",
                "arn:aws:sagemaker::123456789012:processing-job/a",
                "arn:aws:sagemaker:US-EAST-1:123456789012:processing-job/a",
                "arn:aws:sagemaker:us-east-1::processing-job/a",
                "arn:aws:sagemaker:us-east-1:12345678901:processing-job/a",
                "arn:aws:sagemaker:us-east-1:1234567890123:processing-job/a",
                "arn:aws:sagemaker:us-east-1:12345678901x:processing-job/a",
                "arn:aws:sagemaker:us-east-1:１２３４５６７８９０１２:processing-job/a",
                "arn::sagemaker:us-east-1:123456789012:processing-job/a"
            })
    void anything_else_is_no_arn_of_a_processing_job(String text) {
        assertThat(ProcessingJobArn.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aws-cn, us-east-1",
        "aws, cn-north-1",
        "aws-iso, us-isob-east-1",
        "aws-, us-east-1"
    })
    void an_arn_in_another_partition_than_its_region_is_invalid(String partition, String region) {
        var arn = "arn:%s:sagemaker:%s:123456789012:processing-job/a".formatted(partition, region);

        assertThat(ProcessingJobArn.parse(arn)).isEmpty();
    }

    @Test
    void the_longest_arn_is_read() {
        var arn =
                "arn:aws:sagemaker:%s:123456789012:processing-job/%s"
                        .formatted("r".repeat(32), "n".repeat(63));

        assertThat(ProcessingJobArn.parse(arn)).map(ProcessingJobArn::toString).contains(arn);
        assertThat(ProcessingJobArn.parse(arn + "n")).isEmpty();
    }
}
