package dev.rollcall.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Commands as a person gives them, over a real H2 file.
record H2Commands(Path dir) {

    static final String ARN = "arn:aws:sagemaker:us-east-1:123456789012:processing-job/";

    /// A `--max-ahead` that reaches beyond the year 9999.
    static final String UNLIMITED = "4000000d";

    static final String TWO_LINES =
            """
            {"ProcessingJobName":"a","ProcessingJobArn":"%1$sa","ProcessingJobStatus":"Completed",\
            "CreationTime":1717200000.5,"ProcessingEndTime":"2024-06-01T01:00:00+00:00"}
            {"ProcessingJobName":"b","ProcessingJobArn":"%1$sb","ProcessingJobStatus":"Failed",\
            "CreationTime":"2024-06-02T00:00:00Z","FailureReason":"no \\ud83d\\ude80"}
            """
                    .formatted(ARN);

    /// What `--data` is given.
    String data() {
        return dir.resolve("data").toString();
    }

    /// Imports a file with this content.
    Outcome imports(String content) throws IOException {
        Path file = Files.writeString(dir.resolve("jobs"), content);
        return Outcome.run("import", file.toString(), "--data", data());
    }

    /// What is printed of an import of jobs of [#ARN].
    static String summary(String counts) {
        return "%s%nof account 123456789012 in us-east-1%n".formatted(counts);
    }
}
