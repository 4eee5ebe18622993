package dev.rollcall.http.awsjson;

import dev.rollcall.http.model.Shape;
import dev.rollcall.http.model.Value;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the members of a request by their shapes. Members that the shape does not have are
/// skipped, and `null` is an absent value. Of a list that is too long, one element too many is
/// read, which shows it; the rest, of which there can be very many, are skipped. So with a map.
final class ShapeReader implements JsonBody.MemberHandler {

    private final Shape.Structure shape;
    private final SequencedMap<String, Value> members = new LinkedHashMap<>();

    private ShapeReader(Shape.Structure shape) {
        this.shape = shape;
    }

    static Value.Fields read(byte[] body, Shape.Structure shape) throws SerializationException {
        var reader = new ShapeReader(shape);
        JsonBody.read(body, reader);
        return new Value.Fields(reader.members);
    }

    @Override
    public void read(String name, MemberReader value) throws SerializationException {
        var member = shape.members().get(name);
        if (member != null) {
            value(member.shape(), value).ifPresent(it -> members.put(name, it));
        }
    }

    private static Optional<Value> value(Shape shape, MemberReader value)
            throws SerializationException {
        return switch (shape) {
            case Shape.Text _, Shape.OneOf _ -> value.string().map(Value.Text::new);
            case Shape.WholeNumber _ -> value.integer().map(Value.WholeNumber::new);
            case Shape.Flag _ -> value.flag().map(Value.Flag::new);
            case Shape.ListOf list -> value.isList() ? list(list, value) : absent();
            case Shape.MapOf map ->
                    value.isObject()
                            ? object(
                                    (_, count) ->
                                            Optional.of(map.value())
                                                    .filter(_ -> !map.length().isExceededBy(count)),
                                    value)
                            : absent();
            case Shape.Structure(var members) ->
                    value.isObject()
                            ? object(
                                    (name, _) ->
                                            Optional.ofNullable(members.get(name))
                                                    .map(Shape.Member::shape),
                                    value)
                            : absent();
        };
    }

    private static Optional<Value> absent() {
        return Optional.empty();
    }

    private static Optional<Value> list(Shape.ListOf shape, MemberReader value)
            throws SerializationException {
        JsonParser parser = value.parser();
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (shape.length().isExceededBy(elements.size())) {
                parser.skipChildren();
            } else {
                value(shape.element(), value).ifPresent(elements::add);
            }
        }
        return Optional.of(new Value.Items(elements));
    }

    /// The shape of a member, by its name and how many are known; empty if it is skipped.
    @FunctionalInterface
    private interface Shapes {
        Optional<Shape> of(String name, int known);
    }

    private static Optional<Value> object(Shapes shapes, MemberReader value)
            throws SerializationException {
        JsonParser parser = value.parser();
        var members = new LinkedHashMap<String, Value>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Optional<Shape> shape = shapes.of(name, members.size());
            if (shape.isPresent()) {
                value(shape.get(), value).ifPresent(it -> members.put(name, it));
            } else {
                parser.skipChildren();
            }
        }
        return Optional.of(new Value.Fields(members));
    }
}
