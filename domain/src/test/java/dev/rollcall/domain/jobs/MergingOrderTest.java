package dev.rollcall.domain.jobs;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.SCOPE;
import static dev.rollcall.domain.jobs.Jobs.oneOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What several records of one job say together does not depend on their order.
class MergingOrderTest {

    private static final Instant FINE = NOON.plusMillis(345);
    private static final Instant END = NOON.plusSeconds(600).plusMillis(789);
    private static final Instant HORIZON = END.plusSeconds(2);

    /// Duplicated, in any order, and folded from either end or from the middle.
    @Test
    void any_order_of_any_records_gives_the_same() {
        for (long seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            List<JobDescription> records = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                records.add(random(random));
            }
            var expected = folded(records);
            records.addAll(records.subList(0, 2));
            Collections.shuffle(records, random);
            assertThat(folded(records)).as("seed %d", seed).isEqualTo(expected);
            var halves =
                    folded(records.subList(0, 3))
                            .merge(folded(records.subList(3, records.size())), HORIZON);
            assertThat(halves).as("seed %d", seed).isEqualTo(expected);
            assertThat(expected.merge(expected, HORIZON)).isEqualTo(expected);
        }
    }

    private static JobDescription folded(List<JobDescription> records) {
        return records.stream().reduce((one, two) -> one.merge(two, HORIZON)).orElseThrow();
    }

    /// Many tie; the times of creation and of the end are sometimes cut to the second.
    private static JobDescription random(Random random) {
        var modified = oneOf(random, NOON, FINE, END, END.plusMillis(1), END.plusSeconds(9));
        var job =
                new ProcessingJob(
                        new ProcessingJobName("Train-7"),
                        new ProcessingJobArn(
                                SCOPE, new ProcessingJobName(oneOf(random, "Train-7", "train-7"))),
                        oneOf(random, ProcessingJobStatus.values()),
                        oneOf(random, NOON, NOON.plusMillis(12), FINE),
                        modified,
                        Optional.of(oneOf(random, END, END.truncatedTo(ChronoUnit.SECONDS))),
                        Optional.of(new JobMessage(oneOf(random, "", "killed"))),
                        Optional.of("reason")
                                .filter(it -> random.nextBoolean())
                                .map(JobMessage::new));
        Map<String, JobDetail> members = new HashMap<>();
        for (String member : List.of("A", "B")) {
            if (random.nextBoolean()) {
                members.put(member, new JobDetail(modified, oneOf(random, "1", "2", "{}")));
            }
        }
        return new JobDescription(job, new JobDetails(members));
    }
}
