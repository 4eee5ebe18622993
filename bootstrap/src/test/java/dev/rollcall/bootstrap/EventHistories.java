package dev.rollcall.bootstrap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What is told of some jobs in the course of their lives: events of EventBridge, with times cut to
/// whole seconds, and what a poll of the API prints in between.
///
/// @param inOrder one document each, in the order in which things happened
record EventHistories(List<String> inOrder) {

    private static final Instant START = Instant.parse("2024-01-03T22:16:39Z");

    /// The lives of some jobs, side by side.
    static EventHistories of(long seed, int jobs) {
        var random = new Random(seed);
        List<List<String>> lives = new ArrayList<>();
        IntStream.range(0, jobs).forEach(i -> lives.add(new Life(i, random).documents()));
        List<String> inOrder = new ArrayList<>();
        while (!lives.isEmpty()) {
            var life = lives.get(random.nextInt(lives.size()));
            inOrder.add(life.removeFirst());
            lives.removeIf(List::isEmpty);
        }
        return new EventHistories(inOrder);
    }

    /// All of it twice, in any order.
    List<String> shuffledTwice(long seed) {
        List<String> all = new ArrayList<>(inOrder);
        all.addAll(inOrder);
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    /// One job from its creation to its end.
    private static final class Life {

        private final String name;
        private final Random random;
        private final long created;
        private long now;

        Life(int number, Random random) {
            this.name = "job-%03d".formatted(number);
            this.random = random;
            this.created = START.toEpochMilli() + random.nextInt(1_000_000_000);
            this.now = created;
        }

        List<String> documents() {
            List<String> documents = new ArrayList<>();
            tell(documents, "InProgress", "");
            pass();
            String started = ",\"ProcessingStartTime\":";
            String start = started + ToldJob.cut(now);
            tell(documents, "InProgress", start);
            pass();
            String end =
                    switch (random.nextInt(4)) {
                        case 0 -> "Failed";
                        case 1 -> "Stopped";
                        default -> "Completed";
                    };
            if (end.equals("Stopped")) {
                tell(documents, "Stopping", start);
                pass();
            }
            tell(
                    documents,
                    end,
                    start
                            + ",\"ProcessingEndTime\":"
                            + ToldJob.cut(now)
                            + (end.equals("Failed")
                                    ? ",\"FailureReason\":\"InternalServerError: again\""
                                    : ""));
            return documents;
        }

        private void pass() {
            now += 1_000 + random.nextInt(600_000);
        }

        /// An event of a state, and often what a poll prints of it.
        private void tell(List<String> documents, String status, String more) {
            documents.add(new ToldJob(name, status, created, now, more + details()).event());
            if (random.nextBoolean()) {
                documents.add(new ToldJob(name, status, created, now, endOf(more)).polled());
            }
        }

        /// Members that never change, as an event spells them.
        private String details() {
            return """
            ,"RoleArn":"arn:aws:iam::111122223333:role/jobs","AppSpecification":{"ImageUri":"%1$s"},\
            "ProcessingResources":{"ClusterConfig":{"InstanceCount":1,"VolumeSizeInGB":30,\
            "InstanceType":"ml.m5.xlarge"}}\
            """
                    .formatted(name);
        }

        /// What a summary has of it, which has no more than a description has.
        private String endOf(String more) {
            int end = more.indexOf(",\"ProcessingEndTime\":");
            return end < 0
                    ? ""
                    : more.substring(end)
                            .replaceFirst(
                                    "(\"ProcessingEndTime\":)\\d+", "$1" + ToldJob.seconds(now));
        }
    }
}
