package dev.rollcall.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// JSON in which no string holds a character that [VisibleText] would spell out: it is escaped,
/// also where JSON does not ask for it. Readers of JSON see no difference, and a terminal has
/// nothing to obey.
public final class VisibleJson {

    private static final int DELETE = 0x7F;

    private VisibleJson() {}

    /// What makes writers of such JSON.
    public static JsonFactoryBuilder factory() {
        return JsonFactory.builder().characterEscapes(new Escapes());
    }

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private static final int[] ASCII = standardAsciiEscapesForJSON();

        static {
            ASCII[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII.clone();
        }

        /// Called for each UTF-16 unit outside of ASCII. Halves of a surrogate pair stay, as they
        /// are one character together.
        @Override
        public @Nullable SerializableString getEscapeSequence(int unit) {
            return VisibleText.isHidden(unit) && !Character.isSurrogate((char) unit)
                    ? new SerializedString(VisibleText.escape(unit))
                    : null;
        }
    }
}
