package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.BitSet;
import java.util.Collection;

/// Tells jobs that are certainly new from those that may have come before: a Bloom filter over
/// their identities. With 512 MB of heap and ten million jobs, its false-positive rate is about 1
/// in 50 million.
final class SeenJobsFilter {

    static final int PROBES = 10;

    /// One bit for each byte of the heap, so the filter takes at most an eighth of it.
    private static final int BITS = bits(Runtime.getRuntime().maxMemory());

    private final int bits;
    private final BitSet seen;

    SeenJobsFilter() {
        this(BITS);
    }

    SeenJobsFilter(int bits) {
        this.bits = bits;
        this.seen = new BitSet(bits);
    }

    static int bits(long heap) {
        return (int) Math.min(1 << 30, heap);
    }

    /// Adds jobs, and returns whether all of them are certainly new.
    boolean add(Collection<ProcessingJob> jobs) {
        return jobs.stream().filter(this::add).count() == jobs.size();
    }

    private boolean add(ProcessingJob job) {
        long hash = Hash.of(job.id().toString());
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
