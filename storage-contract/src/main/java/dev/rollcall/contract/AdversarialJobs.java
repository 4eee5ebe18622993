package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.job;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Random jobs that are hard to list: many have the same times, their names are nearly the same,
/// the same names are in several scopes, some times and texts are the extreme ones, and some ARNs
/// have a name in lower case.
///
/// The same seed gives the same jobs.
public final class AdversarialJobs {

    private static final List<Instant> TIMES =
            List.of(
                    Instant.EPOCH,
                    Instant.EPOCH.minusMillis(1),
                    Instant.EPOCH.plusMillis(1),
                    Instant.parse("0000-01-01T00:00:00Z"),
                    Instant.parse("1969-07-20T20:17:40.123Z"),
                    Instant.parse("9999-12-31T23:59:59.999Z"),
                    JobBuilder.CREATED.minusMillis(1),
                    JobBuilder.CREATED.plusMillis(1));

    private final Random random;

    public AdversarialJobs(long seed) {
        random = new Random(seed);
    }

    /// Two scopes of one account, and a third scope of another account.
    public List<Scope> scopes() {
        String account = "%012d".formatted(random.nextLong(100_000_000_000L));
        return List.of(
                Scope.of(account, "us-east-1"),
                Scope.of(account, "us-east-2"),
                Scope.of("9" + account.substring(1), "us-east-1"));
    }

    /// A number of jobs in each of the scopes, at most as many as there are
    /// [AdversarialTexts#NAMES].
    public List<ProcessingJob> jobs(List<Scope> scopes, int perScope) {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (Scope scope : scopes) {
            List<String> names = new ArrayList<>(AdversarialTexts.NAMES);
            Collections.shuffle(names, random);
            names.stream().limit(perScope).map(name -> next(scope, name)).forEach(jobs::add);
        }
        Collections.shuffle(jobs, random);
        return jobs;
    }

    private ProcessingJob next(Scope scope, String name) {
        Instant created = oneIn(3) ? pick(TIMES) : JobBuilder.CREATED;
        var status = pick(ProcessingJobStatus.values());
        var builder = job(name).in(scope).created(created).status(status);
        if (oneIn(2)) {
            builder.modified(oneIn(2) ? pick(TIMES) : JobBuilder.CREATED);
        }
        if (oneIn(2)) {
            builder.ended(pick(TIMES));
        }
        if (oneIn(3)) {
            builder.exitMessage(pick(AdversarialTexts.MESSAGES));
        }
        if (oneIn(3)) {
            builder.failureReason(pick(AdversarialTexts.MESSAGES));
        }
        if (oneIn(4)) {
            builder.nameInArn(name.toLowerCase(Locale.ROOT));
        }
        return builder.build();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
