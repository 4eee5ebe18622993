package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.jupiter.process.RollcallProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;

import java.time.Duration;

/// The extension for JUnit Jupiter that starts a process.
class RollcallProcessTest {

    @RegisterExtension
    private final RollcallProcess rollcall =
            new RollcallProcess(
                    StartedProcesses.rollcall("serve").command().toArray(String[]::new));

    private SageMakerClient client;

    @BeforeEach
    void connect() {
        client = Clients.of(rollcall.endpoint(), "us-east-1");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private ProcessingJobStatus status(String name) {
        return client.describeProcessingJob(r -> r.processingJobName(name)).processingJobStatus();
    }

    @Test
    void a_job_goes_by_the_clock_of_the_test() {
        rollcall.setTime(SimulatedServer.NOW);
        client.createProcessingJob(SimulatedServer.request("one").build());
        assertThat(client.describeProcessingJob(r -> r.processingJobName("one")).creationTime())
                .isEqualTo(SimulatedServer.NOW);
        rollcall.advance(Duration.ofMillis(4_999));
        assertThat(status("one")).isEqualTo(ProcessingJobStatus.IN_PROGRESS);
        rollcall.advance(Duration.ofMillis(1));
        assertThat(status("one")).isEqualTo(ProcessingJobStatus.COMPLETED);
        rollcall.release();
    }

    @Test
    void jobs_that_are_added_stay_as_they_are() {
        String running =
                """
                {"ProcessingJobName":"%s","ProcessingJobStatus":"InProgress","CreationTime":1767225600,
                 "ProcessingJobArn":"arn:aws:sagemaker:us-east-1:123456789012:processing-job/%1$s"}
                """;
        rollcall.add(running.formatted("one"), running.formatted("two"));
        rollcall.advance(Duration.ofDays(1));
        assertThat(status("two")).isEqualTo(ProcessingJobStatus.IN_PROGRESS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollcall.add("{\"ProcessingJobName\":\"three\"}"))
                .withMessageContaining("ProcessingJobArn");
    }
}
