package dev.rollcall.http.model;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value as a tree: members of an object, elements of a list, or a text for anything else.
record Json(Map<String, Json> members, List<Json> elements, String text) {

    static Json read(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        List<Json> elements = new ArrayList<>();
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
            }
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
            }
            default -> {
                return new Json(members, elements, parser.getString());
            }
        }
        return new Json(members, elements, "");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Json at(String... path) {
        Json at = this;
        for (String name : path) {
            at = Optional.ofNullable(at.members.get(name)).orElseThrow();
        }
        return at;
    }

    List<String> texts() {
        return elements.stream().map(Json::text).toList();
    }
}
