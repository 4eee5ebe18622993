package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.BitSet;
import java.util.Collection;

/// Tells jobs that certainly did not come before from those that may have: a Bloom filter over
/// their scopes and names. With 512 MB of heap and ten million jobs it takes one new job in some
/// fifty million for an old one.
public final class SeenJobsFilter {

    private static final int PROBES = 10;
    private static final int MOST_BITS = 1 << 30;

    private final int bits = (int) Math.min(MOST_BITS, Runtime.getRuntime().maxMemory());
    private final BitSet seen = new BitSet(bits);

    /// Adds jobs, and returns whether all of them are certainly new.
    public boolean add(Collection<ProcessingJob> jobs) {
        return jobs.stream().filter(this::add).count() == jobs.size();
    }

    private boolean add(ProcessingJob job) {
        long hash = Hash.of(job.arn().toString());
        long step = Hash.scattered(hash) | 1;
        boolean isNew = false;
        for (int i = 0; i < PROBES; i++) {
            int bit = (int) Long.remainderUnsigned(hash + i * step, bits);
            isNew |= !seen.get(bit);
            seen.set(bit);
        }
        return isNew;
    }
}
