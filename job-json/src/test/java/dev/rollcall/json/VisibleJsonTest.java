package dev.rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.Random;

/// JSON that is harmless on a terminal and means the same.
class VisibleJsonTest {

    private static final JsonFactory JSON = VisibleJson.factory().build();

    @Test
    void every_character_is_read_back_and_none_is_hidden() {
        for (int c = 0; c < Character.MIN_SURROGATE; c++) {
            assertVisible("a" + (char) c + "z");
        }
        for (int c = Character.MAX_SURROGATE + 1; c <= Character.MAX_VALUE; c++) {
            assertVisible("a" + (char) c + "z");
        }
    }

    @Test
    void a_text_of_any_length_is_read_back() {
        long seed = 7;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(20_000); length > 0; length--) {
                text.appendCodePoint(
                        random.nextInt(8) == 0 ? 0x1F995 : random.nextInt(Character.MIN_SURROGATE));
            }
            assertVisible(text.toString());
        }
    }

    @Test
    void what_people_write_stays() {
        assertThat(toWriter("Größe 🦖\u009b")).isEqualTo("\"Größe 🦖\\u009B\"");
    }

    private static void assertVisible(String text) {
        for (String json : new String[] {toWriter(text), toBytes(text)}) {
            assertThat(json.codePoints().anyMatch(VisibleText::isHidden)).isFalse();
            try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
                parser.nextToken();
                assertThat(parser.getString()).isEqualTo(text);
            }
        }
    }

    private static String toWriter(String text) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeString(text);
        }
        return out.toString();
    }

    private static String toBytes(String text) {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeString(text);
        }
        return out.toString(UTF_8);
    }
}
