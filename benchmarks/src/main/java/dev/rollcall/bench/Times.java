package dev.rollcall.bench;

import java.util.ArrayList;
import java.util.List;

/// How long something took, each time, in milliseconds.
final class Times {

    private final List<Double> millis = new ArrayList<>();

    /// Runs work and counts its time.
    <T, X extends Exception> T of(Work<T, X> work) throws X {
        long begun = System.nanoTime();
        T result = work.run();
        millis.add((System.nanoTime() - begun) / 1e6);
        return result;
    }

    /// Work that is timed.
    @FunctionalInterface
    interface Work<T, X extends Exception> {

        T run() throws X;
    }

    int size() {
        return millis.size();
    }

    /// Forgets what came before, if it was more than this many times.
    void forgetFirst(int warmUp) {
        if (millis.size() > warmUp) {
            millis.subList(0, warmUp).clear();
        }
    }

    double median() {
        return quantile(0.5);
    }

    double p99() {
        return quantile(0.99);
    }

    double longest() {
        return quantile(1);
    }

    private double quantile(double q) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
    }
}
