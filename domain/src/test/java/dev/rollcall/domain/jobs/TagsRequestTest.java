package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class TagsRequestTest {

    private static final String ARN = "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a";
    private static final String PATTERN = "arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+";

    private static Checked<String> check(String arn) {
        return new TagsRequest(Optional.of(arn), Optional.empty(), Optional.empty()).check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARN,
                "arn:aws-us-gov:sagemaker::123456789012:endpoint/x",
                "arn:aws:sagemaker:us-east-1:123456789012:x",
            })
    void an_arn_of_any_resource_of_sagemaker_is_valid(String arn) {
        assertThat(check(arn)).isEqualTo(new Checked.Valid<>(arn));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "processing-job/a",
                "arn:aws:s3:us-east-1:123456789012:x",
                "arn:aws:sagemaker:us-east-1:12345678901:x",
                "arn:aws:sagemaker:us-east-1:123456789012:",
            })
    void another_text_is_none(String text) {
        assertThat(check(text))
                .isEqualTo(
                        new Checked.Invalid<>(
                                List.of(
                                        new Violation.PatternMismatch(
                                                "ResourceArn", text, PATTERN))));
    }

    @Test
    void an_arn_has_up_to_256_code_points() {
        String longest = ARN + "é".repeat(256 - ARN.length());

        assertThat(check(longest)).isEqualTo(new Checked.Valid<>(longest));
        assertThat(check(longest + "é"))
                .isEqualTo(
                        new Checked.Invalid<>(
                                List.of(new Violation.TooLong("ResourceArn", longest + "é", 256))));
    }

    @Test
    void all_violations_are_reported_in_the_order_of_the_members() {
        var request = new TagsRequest(Optional.empty(), Optional.of("\n"), Optional.of(49));

        assertThat(request.check())
                .isEqualTo(
                        new Checked.Invalid<>(
                                List.of(
                                        new Violation.Missing("ResourceArn"),
                                        new Violation.PatternMismatch("NextToken", "\n", ".*"),
                                        new Violation.TooSmall("MaxResults", 49, 50))));
    }

    @Test
    void an_empty_token_counts_as_absent() {
        assertThat(new TagsRequest(Optional.of(ARN), Optional.of(""), Optional.of(50)))
                .isEqualTo(new TagsRequest(Optional.of(ARN), Optional.empty(), Optional.of(50)));
    }
}
