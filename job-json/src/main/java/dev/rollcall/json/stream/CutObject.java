package dev.rollcall.json.stream;

import dev.rollcall.json.stream.RecordText.Content;

import tools.jackson.core.JacksonException;

import java.nio.CharBuffer;
import java.util.Optional;

/// An object as it was cut out of a text.
///
/// @param at where it begins
/// @param before what it has before the text that was cut out: nothing, or all that a listing has
///   before the end of its list of jobs
/// @param from the offset of the text that was cut out
/// @param text that text, backed by an array and good until more is read; empty if it is too long
/// @param end why it ends
record CutObject(
        Place at, String before, long from, Optional<CharBuffer> text, ObjectScan.End end) {

    /// What it says.
    ///
    /// @param window where it was cut out, and what follows is read next
    /// @param tooDeep whether it nests deeper than is read
    Content content(TextWindow window, boolean tooDeep) {
        if (text.isEmpty()) {
            return new Content.Refused(Complaints.TOO_LONG);
        }
        if (window.malformedSince(from)) {
            return refused(Complaints.encoding(window.encoding()));
        }
        if (tooDeep) {
            return refused(Complaints.TOO_DEEP);
        }
        CharBuffer whole = whole(text.get());
        try {
            return RecordText.read(whole);
        } catch (JacksonException e) {
            return new Content.Broken(
                    Complaints.notJson(e, whole, index -> place(window, index), breaksOff(window)));
        }
    }

    private Content refused(String reason) {
        return end == ObjectScan.End.WHOLE
                ? new Content.Refused(reason)
                : new Content.Broken(reason);
    }

    private CharBuffer whole(CharBuffer rest) {
        return before.isEmpty() ? rest : CharBuffer.wrap((before + rest).toCharArray());
    }

    private Place place(TextWindow window, int index) {
        return index < before.length() ? at : window.place(from + index - before.length());
    }

    private String breaksOff(TextWindow window) {
        return end == ObjectScan.End.CUT
                ? Complaints.breaksOffBefore(window.place(window.offset()))
                : Complaints.BREAKS_OFF;
    }
}
