package dev.rollcall.http.model;

import dev.rollcall.http.model.Shape.Member;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The shapes that the file `requests.txt` lists.
public final class RequestModel {

    private static final RequestModel LISTED = new RequestModel(lines());

    private final Map<String, Shape> shapes = new HashMap<>();

    private RequestModel(List<String> lines) {
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && lines.get(end).startsWith(" ")) {
                end++;
            }
            add(lines.get(i).split(" ", 4), lines.subList(i + 1, end));
            i = end;
        }
    }

    /// The input of an operation.
    public static Shape.Structure input(String shape) {
        return switch (shape(shape)) {
            case Shape.Structure structure -> structure;
            case Shape.Text _,
                    Shape.OneOf _,
                    Shape.WholeNumber _,
                    Shape.Flag _,
                    Shape.ListOf _,
                    Shape.MapOf _ ->
                    throw new IllegalArgumentException(shape + " is no structure");
        };
    }

    static Shape shape(String name) {
        return LISTED.known(name);
    }

    private static List<String> lines() {
        try (var file = RequestModel.class.getResourceAsStream("requests.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] head, List<String> body) {
        shapes.put(
                head[1],
                switch (head[0]) {
                    case "structure" -> new Shape.Structure(members(body));
                    case "list" -> new Shape.ListOf(Range.parse(head[2]), known(head[3]));
                    case "map" -> map(head);
                    case "flag" -> new Shape.Flag();
                    case "number" -> new Shape.WholeNumber(Range.parse(head[2]));
                    case "enum" -> new Shape.OneOf(words(body));
                    case "text" -> new Shape.Text(Range.parse(head[2]), pattern(head));
                    default -> throw new IllegalStateException("no shape: " + head[0]);
                });
    }

    private Shape known(String name) {
        return Optional.ofNullable(shapes.get(name)).orElseThrow();
    }

    private Shape map(String[] head) {
        String[] parts = head[3].split(" ", -1);
        return new Shape.MapOf(Range.parse(head[2]), known(parts[0]), known(parts[1]));
    }

    private SequencedMap<String, Member> members(List<String> body) {
        var members = new LinkedHashMap<String, Member>();
        for (String line : body) {
            String[] parts = line.strip().split(" ", -1);
            members.put(parts[1], new Member(parts[0].equals("required"), known(parts[2])));
        }
        return members;
    }

    private static List<String> words(List<String> body) {
        List<String> words = new ArrayList<>();
        body.forEach(line -> words.addAll(Arrays.asList(line.strip().split(" ", -1))));
        return List.copyOf(words);
    }

    private static Optional<Pattern> pattern(String[] head) {
        return head.length < 4 ? Optional.empty() : Optional.of(Pattern.compile(head[3]));
    }
}
