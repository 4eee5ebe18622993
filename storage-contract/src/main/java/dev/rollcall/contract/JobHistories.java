package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What is heard of a job from its creation to its end, by events and by listings.
public final class JobHistories {

    /// The latest time at which a job of a history can have been modified.
    public static final Instant HORIZON = CREATED.plusSeconds(3_600);

    private static final List<ProcessingJobStatus> ENDS =
            List.of(
                    ProcessingJobStatus.COMPLETED,
                    ProcessingJobStatus.FAILED,
                    ProcessingJobStatus.STOPPED);

    private JobHistories() {}

    /// From one to six records, in the order of what they tell. Some have times that are cut to
    /// seconds, as events have; some have details, as events and descriptions have. One in eight
    /// histories has a record that claims to be from a far future.
    public static List<JobDescription> history(String name, Random random) {
        List<JobDescription> records = new ArrayList<>();
        var end = ENDS.get(random.nextInt(ENDS.size()));
        Instant ended = CREATED.plusSeconds(600).plusMillis(random.nextInt(1_000));
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            boolean isCut = random.nextBoolean();
            boolean isEnd = i * 2 >= count;
            Instant modified = isEnd ? ended.plusMillis(i / 2) : CREATED.plusMillis(i / 2);
            var builder =
                    job(name)
                            .created(as(isCut, CREATED))
                            .modified(as(isCut, modified))
                            .status(isEnd ? end : ProcessingJobStatus.IN_PROGRESS);
            if (isEnd) {
                builder.ended(as(isCut, ended)).exitMessage(pick(random, "", "killed"));
            }
            if (random.nextBoolean()) {
                builder.detail("RoleArn", pick(random, "\"role\"", "\"other\""));
            }
            if (random.nextBoolean()) {
                builder.detail("Environment", pick(random, "{}", "{\"LEVEL\":\"ä\"}"));
            }
            records.add(builder.describe());
        }
        if (random.nextInt(8) == 0) {
            records.add(
                    job(name).modified(HORIZON.plusMillis(1)).detail("RoleArn", "9").describe());
        }
        return records;
    }

    private static Instant as(boolean isCut, Instant time) {
        return isCut ? time.truncatedTo(ChronoUnit.SECONDS) : time;
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
