package dev.rollcall.http.awsjson;

import dev.rollcall.http.model.Value;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;

/// Writes the values of requests in JSON.
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static String of(Value value) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Text(var text) -> json.writeString(text);
            case Value.WholeNumber(var number) -> json.writeNumber(number);
            case Value.Flag(var flag) -> json.writeBoolean(flag);
            case Value.Items(var elements) -> {
                json.writeStartArray();
                elements.forEach(it -> write(json, it));
                json.writeEndArray();
            }
            case Value.Fields(var members) -> {
                json.writeStartObject();
                members.forEach(
                        (name, member) -> {
                            json.writeName(name);
                            write(json, member);
                        });
                json.writeEndObject();
            }
        }
    }
}
