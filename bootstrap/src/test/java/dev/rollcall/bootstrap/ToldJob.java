package dev.rollcall.bootstrap;

import java.util.Locale;

/// What is told of a job at some moment of its life, as an event of EventBridge spells it or as a
/// poll of the API prints it.
///
/// @param created in milliseconds of the epoch, as is `modified`
/// @param more further members of the job, each behind a comma
record ToldJob(String name, String status, long created, long modified, String more) {

    static final String ARN = "arn:aws:sagemaker:us-east-1:111122223333:processing-job/";

    /// With times cut to whole seconds.
    String event() {
        return """
        {"version":"0","id":"%1$s","detail-type":"SageMaker Processing Job State Change",\
        "source":"aws.sagemaker","account":"111122223333","time":"2024-01-03T22:25:46Z",\
        "region":"us-east-1","resources":["%2$s%1$s"],"detail":%3$s}\
        """
                .formatted(name, ARN, members(cut(created), cut(modified)));
    }

    /// With times to the millisecond.
    String polled() {
        return members(seconds(created), seconds(modified));
    }

    private String members(Object created, Object modified) {
        return """
        {"ProcessingJobName":"%1$s","ProcessingJobArn":"%2$s%1$s","ProcessingJobStatus":"%3$s",\
        "CreationTime":%4$s,"LastModifiedTime":%5$s%6$s}\
        """
                .formatted(name, ARN, status, created, modified, more);
    }

    /// A time as events bring it.
    static long cut(long millis) {
        return millis / 1_000 * 1_000;
    }

    /// A time as the API prints it.
    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1_000, millis % 1_000);
    }
}
