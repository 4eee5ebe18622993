package dev.rollcall.json.stream;

import dev.rollcall.json.ProcessingJobJson;

import java.util.Arrays;

/// Finds where a JSON object ends, by its brackets and strings alone; whether it is JSON shows when
/// it is read.
///
/// An object may be cut off, and must not take the following ones with it. So no string goes beyond
/// its line, and a line that begins with a bracket where no value can begin ends the object.
final class ObjectScan {

    /// How deep brackets may nest.
    static final int MAX_DEPTH = 100;

    /// Why a scan ended.
    enum End {
        /// The object's last bracket was read.
        WHOLE,
        /// The object is a listing, and the bracket was read that begins its jobs.
        LIST_OF_JOBS,
        /// The next line begins something new.
        CUT,
        /// There is no more text.
        END_OF_TEXT
    }

    private static final int NOT_AT_LINE_START = -1;

    private final TextWindow text;

    /// Which of the open brackets are those of lists; not known below [#MAX_DEPTH].
    private final boolean[] isList = new boolean[MAX_DEPTH + 1];

    private long depth;
    private boolean tooDeep;

    /// The last character that was not blank.
    private int last;

    /// How many blanks the current line has so far, if it has nothing else.
    private int indent;

    /// The last string that stood in the object itself.
    private long nameFrom;

    ObjectScan(TextWindow text) {
        this.text = text;
    }

    /// Scans an object whose first bracket was read.
    End object() {
        return scan('{');
    }

    /// Scans the rest of an object whose list of jobs was read.
    End restOfListing() {
        return scan(']');
    }

    /// Whether the brackets nested deeper than [#MAX_DEPTH].
    boolean tooDeep() {
        return tooDeep;
    }

    private End scan(int before) {
        depth = 1;
        tooDeep = false;
        last = before;
        indent = NOT_AT_LINE_START;
        Arrays.fill(isList, false);
        for (int c = text.next(); c >= 0; c = text.next()) {
            switch (c) {
                case ' ', '\t', '\r' -> indent += indent == NOT_AT_LINE_START ? 0 : 1;
                case '\n' -> indent = 0;
                case PassedOver.RECORD_SEPARATOR, PassedOver.BYTE_ORDER_MARK -> {}
                case '"' -> {
                    long from = text.offset();
                    string(text);
                    nameFrom = depth == 1 ? from : nameFrom;
                    seen(c);
                }
                case '{', '[' -> {
                    if (beginsSomethingNew()) {
                        text.back();
                        return End.CUT;
                    }
                    if (c == '[' && depth == 1 && last == ':' && isNamedAsListOfJobs()) {
                        return End.LIST_OF_JOBS;
                    }
                    open(c == '[');
                    seen(c);
                }
                case '}', ']' -> {
                    if (--depth == 0) {
                        return End.WHOLE;
                    }
                    seen(c);
                }
                default -> seen(c);
            }
        }
        return End.END_OF_TEXT;
    }

    /// Reads to the end of a string whose first quotation mark was read.
    static void string(TextWindow text) {
        for (int c = text.next(); c >= 0 && c != '"'; c = text.next()) {
            if (c == '\\') {
                c = text.next();
            }
            if (c == '\n') {
                text.back();
                return;
            }
        }
    }

    private void seen(int c) {
        last = c;
        indent = NOT_AT_LINE_START;
    }

    private void open(boolean list) {
        depth++;
        if (depth > MAX_DEPTH) {
            tooDeep = true;
        } else {
            isList[(int) depth] = list;
        }
    }

    /// In a list a value begins after its bracket or a comma, in an object after a colon, and if it
    /// is on a line of its own there, that line is indented.
    private boolean beginsSomethingNew() {
        if (indent == NOT_AT_LINE_START) {
            return false;
        }
        boolean inList = last == '[' || last == ',';
        boolean inObject = last == ':' && indent > 0;
        return depth > MAX_DEPTH ? !inList && !inObject : isList[(int) depth] ? !inList : !inObject;
    }

    private boolean isNamedAsListOfJobs() {
        return text.holds(nameFrom, ProcessingJobJson.SUMMARIES + '"');
    }
}
