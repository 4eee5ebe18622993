package dev.rollcall.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a signed request costs against an unsigned one: CPU time, side by side in one run.
final class RequestCost {

    private RequestCost() {}

    /// The rounds of both kinds, in microseconds of CPU time per request.
    record Rounds(List<Double> unsigned, List<Double> signed) {

        /// A table of the medians, the extremes and the ratio of the medians.
        String table() {
            return String.join(
                    "\n",
                    "CPU per request, µs      median       least        most",
                    row("unsigned", unsigned),
                    row("signed", signed),
                    String.format(
                            Locale.ROOT,
                            "signed / unsigned  %12.2f",
                            median(signed) / median(unsigned)));
        }

        private static String row(String name, List<Double> rounds) {
            double[] sorted = sorted(rounds);
            return String.format(
                    Locale.ROOT,
                    "%-18s %12.1f%12.1f%12.1f",
                    name,
                    median(rounds),
                    sorted[0],
                    sorted[sorted.length - 1]);
        }

        private static double median(List<Double> rounds) {
            double[] sorted = sorted(rounds);
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }

        private static double[] sorted(List<Double> rounds) {
            return rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    /// Asks both servers in turn, so that whatever else the machine does burdens both alike.
    ///
    /// @param warmUp how many rounds of each kind do not count
    /// @param rounds how many rounds of each kind count
    static Rounds measure(CpuMeter meter, int warmUp, int rounds)
            throws IOException, InterruptedException {
        byte[] unsignedRequest = SignedListing.unsignedBytes();
        byte[] signedRequest = SignedListing.signedBytes();
        var unsigned = new double[warmUp + rounds];
        var signed = new double[warmUp + rounds];
        try (var servers = Servers.start()) {
            for (int i = 0; i < warmUp + rounds; i++) {
                unsigned[i] = meter.round(servers.open().port(), unsignedRequest);
                signed[i] = meter.round(servers.signed().port(), signedRequest);
            }
        }
        return new Rounds(counted(unsigned, warmUp), counted(signed, warmUp));
    }

    private static List<Double> counted(double[] rounds, int warmUp) {
        return Arrays.stream(rounds).skip(warmUp).boxed().toList();
    }

    /// Prints the table.
    static void main() throws IOException, InterruptedException {
        System.out.println(measure(new CpuMeter(2, 1_000), 10, 31).table());
    }
}
