package dev.rollcall.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A server that lets anybody in, from anywhere.
class IntakeForAnybodyTest {

    private static final Access ANYBODY =
            new Access.Anybody(new AccountId("111111111111"), new Region("us-east-1"));

    private static final IntakeKey KEY =
            new IntakeKey("ci", Secret.of("key"), Optional.empty(), new AccessKey.Regions.All());

    private static int status(IntakeSettings intake, String header) throws IOException {
        String record =
                """
                {"ProcessingJobName":"a","ProcessingJobStatus":"Completed",\
                "CreationTime":1700000000,"ProcessingJobArn":\
                "arn:aws:sagemaker:us-east-1:111111111111:processing-job/a"}\
                """;
        try (var server = TestServer.recording((batch, _) -> batch.size(), ANYBODY, intake);
                var client = server.connect()) {
            return client.send(
                            "POST /events HTTP/1.1\r\nHost: ci\r\n%sContent-Length: %d\r\n\r\n%s"
                                    .formatted(header, record.length(), record))
                    .receive()
                    .status();
        }
    }

    @Test
    void records_with_a_key_only() throws IOException {
        var keys = new IntakeSettings(Optional.of(() -> List.of(KEY)), JobRecord.USUAL_MAX_AHEAD);

        assertThat(status(IntakeSettings.DEFAULT, "")).isEqualTo(401);
        assertThat(status(keys, "")).isEqualTo(401);
        assertThat(status(keys, "X-Api-Key: key\r\n")).isEqualTo(200);
    }
}
