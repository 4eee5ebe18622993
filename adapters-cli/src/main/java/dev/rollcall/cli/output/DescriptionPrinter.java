package dev.rollcall.cli.output;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.json.JobDescriptionJson;
import dev.rollcall.json.JsonNumber;
import dev.rollcall.json.VisibleJson;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Prints all that is known of a job as the AWS CLI does: indented, and times in ISO-8601, which
/// `rollcall import` reads back.
public final class DescriptionPrinter {

    private static final JsonFactory JSON =
            VisibleJson.factory().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final DateTimeFormatter WHOLE_SECOND = time("");
    private static final DateTimeFormatter FINER = time(".SSSSSS");

    private DescriptionPrinter() {}

    public static void print(JobDescription description, PrintWriter out) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json(description));
                var indented = JSON.createGenerator(new Indented(), out)) {
            parser.nextToken();
            indented.writeStartObject();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                indented.writeName(parser.currentName());
                parser.nextToken();
                copyValue(parser, indented);
            }
            indented.writeEndObject();
        }
        out.println();
        out.flush();
    }

    private static String json(JobDescription description) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            JobDescriptionJson.write(json, description);
        }
        return text.toString();
    }

    /// The members of a description that are numbers are times.
    private static void copyValue(JsonParser parser, JsonGenerator target) {
        if (parser.currentToken().isNumeric()) {
            var number = JsonNumber.parse(parser.getString()).orElseThrow();
            target.writeString(text(number.toInstant()));
        } else {
            target.copyCurrentStructure(parser);
        }
    }

    private static String text(Instant time) {
        boolean isWholeSecond = time.equals(time.truncatedTo(ChronoUnit.SECONDS));
        return (isWholeSecond ? WHOLE_SECOND : FINER).format(time);
    }

    private static DateTimeFormatter time(String fraction) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "xxx", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }

    /// Four blanks for each level, and no blank before a colon or in what is empty.
    private static final class Indented extends ObjectWriteContext.Base {

        private final DefaultIndenter indenter =
                new DefaultIndenter("    ", System.lineSeparator());

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                    .withObjectEmptySeparator("")
                                    .withArrayEmptySeparator(""))
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }
    }
}
