package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProcessingJobIdTest {

    @Test
    void jobs_sort_by_account_then_region_then_name() {
        var ordered =
                List.of(
                        id("000000000001", "us-east-1", "b"),
                        id("000000000002", "eu-west-1", "c"),
                        id("000000000002", "us-east-1", "A"),
                        id("000000000002", "us-east-1", "a"));

        assertThat(ordered.reversed().stream().sorted().toList()).isEqualTo(ordered);
    }

    @Test
    void it_is_written_as_account_region_and_name() {
        assertThat(id("000000000001", "us-east-1", "Train-7"))
                .hasToString("000000000001/us-east-1/Train-7");
    }

    private static ProcessingJobId id(String account, String region, String name) {
        return new ProcessingJobId(Scope.of(account, region), new ProcessingJobName(name));
    }
}
