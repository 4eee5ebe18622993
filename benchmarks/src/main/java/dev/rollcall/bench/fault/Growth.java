package dev.rollcall.bench.fault;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How much of something a process had early in a run, and how much late.
///
/// @param early the median of the second quarter, when all is warm
/// @param late the median of the last quarter
/// @param most how much more of it is no growth: what comes and goes
record Growth(String what, double first, double early, double late, double largest, double most) {

    static final String HEAD =
            """
            | | first | second quarter | last quarter | largest | grows |
            |---|---|---|---|---|---|\
            """;

    private static final double MOST_OF_MEMORY = 0.1;

    static List<Growth> of(List<Vitals> samples) {
        return List.of(
                memory("heap after collection, MB", samples, Vitals::heapMb),
                memory("resident memory, MB", samples, Vitals::rssMb),
                count("threads", samples, Vitals::threads),
                count("open files", samples, Vitals::files),
                count("of these sockets", samples, Vitals::sockets));
    }

    private static Growth memory(
            String what, List<Vitals> samples, ToDoubleFunction<Vitals> value) {
        var growth = count(what, samples, value);
        double most = Math.max(growth.most, growth.early * MOST_OF_MEMORY);
        return new Growth(what, growth.first, growth.early, growth.late, growth.largest, most);
    }

    private static Growth count(String what, List<Vitals> samples, ToDoubleFunction<Vitals> value) {
        int size = samples.size();
        return new Growth(
                what,
                value.applyAsDouble(samples.getFirst()),
                median(samples.subList(size / 4, Math.max(size / 4 + 1, size / 2)), value),
                median(samples.subList(size - Math.max(1, size / 4), size), value),
                samples.stream().mapToDouble(value).max().orElseThrow(),
                5);
    }

    private static double median(List<Vitals> samples, ToDoubleFunction<Vitals> value) {
        var sorted = samples.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    boolean grows() {
        return late > early + most;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.0f | %s |",
                what,
                first,
                early,
                late,
                largest,
                grows() ? "yes" : "no");
    }
}
