package dev.rollcall.console;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A value of JSON: members, items or a text, whichever it has.
record Json(Map<String, Json> members, List<Json> items, String text) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Json NOTHING = new Json(Map.of(), List.of(), "");

    static Json parse(String json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return read(parser);
        }
    }

    private static Json read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                yield new Json(members, List.of(), "");
            }
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield new Json(Map.of(), items, "");
            }
            default -> new Json(Map.of(), List.of(), parser.getString());
        };
    }

    /// The value at the end of a path of names; an empty one if there is none.
    Json at(String... path) {
        var value = this;
        for (String name : path) {
            value = value.members.getOrDefault(name, NOTHING);
        }
        return value;
    }

    List<String> texts() {
        return items.stream().map(Json::text).toList();
    }

    /// Maps, lists, texts, numbers and booleans, spelled as JSON.
    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(e -> of(e.getKey()) + ":" + of(e.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            case List<?> list ->
                    list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(
                        c -> {
                            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                                quoted.append("\\u%04x".formatted(c));
                            } else {
                                quoted.append((char) c);
                            }
                        });
        return quoted.append('"').toString();
    }
}
