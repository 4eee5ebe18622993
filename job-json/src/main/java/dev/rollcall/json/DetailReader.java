package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.json.DetailShape.Structure;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Reads details, in whatever spelling they come, in the one spelling that equal values share
/// ([CanonicalJson]): without members that are `null`, and enumerations as the API spells them.
final class DetailReader {

    /// How deep objects and lists may nest. The API's own nest 5 deep.
    static final int MAX_DEPTH = 32;

    private final JsonParser parser;
    private final ValueReader values;
    private final boolean fillsIn;

    private DetailReader(JsonParser parser, ValueReader values, boolean fillsIn) {
        this.parser = parser;
        this.values = values;
        this.fillsIn = fillsIn;
    }

    /// @param values takes what is wrong
    DetailReader(JsonParser parser, ValueReader values) {
        this(parser, values, false);
    }

    /// A reader of what was read once, which adds the required members that are missing.
    static DetailReader fillingIn(JsonParser parser) {
        return new DetailReader(parser, new ValueReader(parser), true);
    }

    /// Reads the value of a member; empty if it is `null`, says nothing or is wrong.
    Optional<JobRecord.Detail> read(String member, DetailShape shape) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (shape instanceof DetailShape.Time) {
            return values.time(member).map(DetailReader::time);
        }
        return value(member, shape, 0)
                .filter(json -> !NeutralDetails.isNeutral(member, json))
                .map(json -> new JobRecord.Detail(json, Optional.empty()));
    }

    /// Reads the value of a member that was read before; empty if it is of another shape.
    Optional<String> readAgain(String member) {
        return DetailMembers.shape(member).flatMap(shape -> value(member, shape, 0));
    }

    /// No finer than it will be written.
    private static JobRecord.Detail time(Instant time) {
        Instant written = time.truncatedTo(ChronoUnit.MILLIS);
        return new JobRecord.Detail(ProcessingJobJson.epochSeconds(written), Optional.of(written));
    }

    /// @param where what to call the value in an error; it repeats nothing that came from outside
    /// @param around how many objects and lists are around it
    private Optional<String> value(String where, DetailShape shape, int around) {
        return switch (shape) {
            case DetailShape.Text _ -> text(where, UnaryOperator.identity());
            case DetailShape.OneOf oneOf -> text(where, oneOf::spelled);
            case DetailShape.Flag _ -> flag(where);
            case DetailShape.WholeNumber _ -> wholeNumber(where);
            case DetailShape.Time _ -> values.time(where).map(ProcessingJobJson::epochSeconds);
            case DetailShape.ListOf(var element) ->
                    list(where, element, around).map(CanonicalJson::list);
            case DetailShape.TextsByName _ -> textsByName(where).map(CanonicalJson::object);
            case DetailShape.Tags(var tag) -> tags(where, tag, around).map(CanonicalJson::list);
            case Structure structure ->
                    structure(where, structure, around).map(CanonicalJson::object);
            case DetailShape.Anything _ -> anything(where, around);
        };
    }

    private Optional<String> text(String where, UnaryOperator<String> spelling) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return refuse(where, "text");
        }
        String text = parser.getString();
        return JobMessage.isText(text)
                ? Optional.of(CanonicalJson.text(spelling.apply(text)))
                : refuseText(where);
    }

    private Optional<String> flag(String where) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> Optional.of("true");
            case VALUE_FALSE -> Optional.of("false");
            default -> refuse(where, "true or false");
        };
    }

    private Optional<String> wholeNumber(String where) {
        return number(where)
                .flatMap(
                        number ->
                                number.exactInt()
                                        .map(String::valueOf)
                                        .or(
                                                () ->
                                                        values.refuse(
                                                                where
                                                                        + " is not a whole number"
                                                                        + " of 32 bits")));
    }

    private Optional<JsonNumber> number(String where) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumber.parse(parser.getString());
            default -> refuse(where, "a number");
        };
    }

    private Optional<List<String>> list(String where, DetailShape element, int around) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return refuse(where, "a list");
        }
        if (around == MAX_DEPTH) {
            return refuseDepth(where);
        }
        List<String> elements = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String which = element.equals(DetailShape.ANYTHING) ? where : where + "[" + i + "]";
            value(which, element, around + 1).ifPresent(elements::add);
        }
        return Optional.of(elements);
    }

    /// In the order of their keys, so that the same tags are the same text.
    private Optional<List<String>> tags(String where, DetailShape tag, int around) {
        var tags =
                parser.currentToken() == JsonToken.START_OBJECT
                        ? textsByName(where).map(DetailReader::tags)
                        : list(where, tag, around);
        return tags.map(list -> list.stream().sorted().toList());
    }

    private static List<String> tags(NavigableMap<String, String> texts) {
        List<String> tags = new ArrayList<>();
        texts.forEach(
                (key, value) -> {
                    var tag = new TreeMap<String, String>();
                    tag.put("Key", CanonicalJson.text(key));
                    tag.put("Value", value);
                    tags.add(CanonicalJson.object(tag));
                });
        return tags;
    }

    private Optional<NavigableMap<String, String>> structure(
            String where, Structure structure, int around) {
        if (around == MAX_DEPTH) {
            return refuseDepth(where);
        }
        var members =
                object(
                        where,
                        name -> {
                            DetailShape shape = structure.member(name);
                            String which =
                                    shape.equals(DetailShape.ANYTHING) ? where : where + "." + name;
                            return value(which, shape, around + 1);
                        });
        if (fillsIn) {
            members.ifPresent(known -> structure.neutral().forEach(known::putIfAbsent));
        }
        return members;
    }

    private Optional<NavigableMap<String, String>> textsByName(String where) {
        return object(where, _ -> text("a value of " + where, UnaryOperator.identity()));
    }

    /// What a member says, by its name.
    @FunctionalInterface
    private interface MemberValue {

        Optional<String> read(String name);
    }

    private Optional<NavigableMap<String, String>> object(String where, MemberValue value) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return refuse(where, "an object");
        }
        var members = new TreeMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (!JobMessage.isText(name)) {
                refuseText(where);
            } else if (token != JsonToken.VALUE_NULL) {
                value.read(name).ifPresent(json -> members.put(name, json));
            }
        }
        return Optional.of(members);
    }

    private Optional<String> anything(String where, int around) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> value(where, DetailShape.UNKNOWN_STRUCTURE, around);
            case START_ARRAY -> value(where, DetailShape.UNKNOWN_LIST, around);
            case VALUE_STRING -> value(where, DetailShape.TEXT, around);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(where).map(CanonicalJson::number);
            case VALUE_NULL -> Optional.of(CanonicalJson.NULL);
            default -> flag(where);
        };
    }

    private <T> Optional<T> refuse(String where, String expected) {
        return values.refuse("%s is %s, not %s".formatted(where, values.found(), expected));
    }

    private <T> Optional<T> refuseText(String where) {
        return values.refuse(where + " holds a NUL or half a surrogate pair");
    }

    private <T> Optional<T> refuseDepth(String where) {
        return values.refuse("%s nests deeper than %d levels".formatted(where, MAX_DEPTH));
    }
}
