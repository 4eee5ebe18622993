package dev.rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a terminal must not get to see, and what may stay.
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\b', '\f', 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x200b, 0x2028, 0x2029, 0x202e, 0x2066,
                0xfeff, 0xd83e
            })
    void what_a_terminal_obeys_or_hides_is_spelled_out(int c) {
        String spelled = "a%sz".formatted("\\u%04X".formatted(c));
        assertThat(VisibleText.of("a" + (char) c + "z")).isEqualTo(spelled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\r\nc\udb40\udc01"})
    void line_breaks_and_tabs_have_their_usual_names(String text) {
        assertThat(VisibleText.of(text)).isEqualTo("a\\tb\\r\\nc\\uDB40\\uDC01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exit 1", "no 🦖 left", "Größe", "c:\\temp", "日本", "שלום"})
    void what_people_write_stays(String text) {
        assertThat(VisibleText.of(text)).isSameAs(text);
    }
}
