package dev.rollcall.json.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pieces of streams in all forms. The same seed gives the same pieces.
final class RandomPieces {

    /// @param text begins a line and ends one
    /// @param names the jobs in it, in order
    record Piece(String text, List<String> names) {}

    private final Random random;
    private int made;

    RandomPieces(Random random) {
        this.random = random;
    }

    /// A whole piece.
    Piece piece() {
        List<String> names = new ArrayList<>();
        int jobs = 1 + random.nextInt(3);
        String text =
                switch (random.nextInt(8)) {
                    case 0 -> joined(jobs, names, "\n");
                    case 1 -> joined(jobs, names, "");
                    case 2 -> "[" + joined(jobs, names, ",\n") + "]";
                    case 3 -> "[\n  " + joined(jobs, names, ",\n  ") + "\n]";
                    case 4 -> "{\"ProcessingJobSummaries\": [" + joined(jobs, names, ", ") + "]}";
                    case 5 ->
                            """
                            {
                                "ProcessingJobSummaries": [
                                    %s
                                ],
                                "NextToken": "%s"
                            }\
                            """
                                    .formatted(
                                            joined(jobs, names, ",\n        "), "x".repeat(jobs));
                    case 6 -> described(names);
                    default -> events(jobs, names);
                };
        return new Piece(text + (random.nextBoolean() ? "\n" : "\r\n\n"), names);
    }

    /// A piece that may be cut off in its midst.
    Piece cut() {
        String text = piece().text();
        return new Piece(text.substring(0, random.nextInt(text.length())) + "\n", List.of());
    }

    /// Something that holds no job.
    Piece other() {
        String text =
                switch (random.nextInt(5)) {
                    case 0 -> "INFO all is well\n";
                    case 1 -> "ProcessingJobSummaries:\n- CreationTime: '2021'\n";
                    case 2 -> "]\n";
                    case 3 -> "{\"TrainingJobName\":\"x\"}\n";
                    default -> "\n \n";
                };
        return new Piece(text, List.of());
    }

    private String joined(int jobs, List<String> names, String separator) {
        return IntStream.range(0, jobs)
                .mapToObj(_ -> job(names))
                .collect(Collectors.joining(separator));
    }

    private String job(List<String> names) {
        names.add(name());
        String details =
                random.nextBoolean() ? "" : "\"ProcessingInputs\":[{\"InputName\":\"]}\"},{}],";
        return "{%s\"ProcessingJobName\":\"%s\",\"ExitMessage\":\"{\\\"\\\\\u00e9\"}"
                .formatted(details, names.getLast());
    }

    private String described(List<String> names) {
        names.add(name());
        return """
        {
            "ProcessingInputs": [
                {
                    "InputName": "a"
                },
                {
                    "InputName": "b"
                }
            ],
            "ProcessingJobName": "%s",
            "Environment":
                {}
        }\
        """
                .formatted(names.getLast());
    }

    private String events(int jobs, List<String> names) {
        return IntStream.range(0, jobs)
                .mapToObj(
                        _ ->
                                "{\"detail-type\":\"SageMaker Processing Job State Change\","
                                        + "\"resources\":[\"x\"],\"detail\":"
                                        + job(names)
                                        + "}")
                .collect(Collectors.joining());
    }

    private String name() {
        return "job-" + made++;
    }
}
