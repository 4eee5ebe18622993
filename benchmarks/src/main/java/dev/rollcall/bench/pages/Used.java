package dev.rollcall.bench.pages;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;

/// What a process has used since it began.
record Used(long cpuNanos, long allocatedBytes) {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    static Used now() {
        return new Used(PROCESS.getProcessCpuTime(), THREADS.getTotalThreadAllocatedBytes());
    }

    Used since(Used before) {
        return new Used(cpuNanos - before.cpuNanos, allocatedBytes - before.allocatedBytes);
    }

    static Used parse(String text) {
        String[] figures = text.split(" ", -1);
        return new Used(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
    }

    @Override
    public String toString() {
        return cpuNanos + " " + allocatedBytes;
    }
}
