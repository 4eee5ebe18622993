package dev.rollcall.json.stream;

import dev.rollcall.json.ReadRecord;
import dev.rollcall.json.stream.RecordText.Content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Reads job records from a stream, whatever form they come in: jobs as `aws sagemaker
/// list-processing-jobs` and `describe-processing-job` print them, events of EventBridge, lists of
/// these; one to a line, over many lines or one right after the other; in any encoding of Unicode,
/// gzipped or not.
///
/// All forms are read in one way. Blanks and commas between values carry nothing. A `[` begins a
/// list, whose values are read like any others, and so are the jobs of a listing. A `{` begins an
/// object, which is cut out ([ObjectScan]) and then read ([RecordText]). Anything else is refused
/// up to the end of its line, or of its entry in a list. However long the stream is, no more than
/// one object of it is in memory.
///
/// What is broken does no harm to what begins on a line of its own. Since an object that is cut off
/// may swallow the lines after it, the lines of a broken object are searched for whole objects that
/// begin a line; nothing is refused there a second time.
public final class JobRecordStream {

    /// How many times its length may be read in the search of a broken object. One can be made that
    /// would be read once for each of its lines.
    private static final int SEARCH_COST = 16;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MIN_BUFFER_BYTES = 64;

    /// What becomes of the records.
    public interface Sink {

        /// A job's record was read, which is still to be checked.
        void record(Place at, ReadRecord read);

        /// Something was refused.
        void refuse(Refusal refusal);

        /// A listing ended; `goesOn` if it has a token for its rest.
        void endOfListing(boolean goesOn);
    }

    private final TextWindow text;
    private final ObjectScan scan;
    private final PassedOver passedOver;
    private final Sink sink;
    private final Deque<OpenList> open = new ArrayDeque<>();

    /// Whether the lines of a broken object are searched, up to which offset, how much may still be
    /// read for that, and how many lists are open around it.
    private boolean searching;

    private long searchEnd;
    private long searchBudget;
    private int openAround;

    private JobRecordStream(TextWindow text, Sink sink) {
        this.text = text;
        this.scan = new ObjectScan(text);
        this.passedOver = new PassedOver(text);
        this.sink = sink;
    }

    /// Reads a stream to its end, and does not close it.
    ///
    /// @throws BrokenStream if the stream itself is broken; what came before was handed on
    public static void read(InputStream stream, Sink sink) throws BrokenStream {
        try (var members = new GzipMembers(stream)) {
            new JobRecordStream(new TextWindow(members, BUFFER_BYTES), sink).read();
        }
    }

    /// Reads bytes that are not gzipped. Few bytes take little memory.
    public static void read(byte[] bytes, Sink sink) {
        int buffer = Math.clamp(bytes.length + 1, MIN_BUFFER_BYTES, BUFFER_BYTES);
        var text = new TextWindow(new ByteArrayInputStream(bytes), buffer);
        try {
            new JobRecordStream(text, sink).read();
        } catch (BrokenStream e) {
            throw new IllegalStateException("bytes in memory do not break", e);
        }
    }

    private void read() throws BrokenStream {
        for (int c = next(); c >= 0; c = next()) {
            switch (c) {
                case '{' -> object();
                case '[' -> beginList();
                case ']' -> endList();
                default -> {
                    if (!PassedOver.separates(c)) {
                        other(c);
                    }
                }
            }
        }
        if (text.failure().isPresent()) {
            throw new BrokenStream(text.place(text.offset()).line(), text.failure().get());
        }
        if (!open.isEmpty()) {
            refuse(open.getLast().at(), Complaints.BREAKS_OFF);
        }
    }

    private int next() {
        if (searching && text.offset() >= searchEnd) {
            searching = false;
            while (open.size() > openAround) {
                open.pop();
            }
        }
        return text.next();
    }

    private void object() {
        long from = text.offset() - 1;
        Place at = text.place(from);
        text.mark(from);
        var end = scan.object();
        if (end == ObjectScan.End.LIST_OF_JOBS) {
            beginListing(at, text.marked().orElseThrow());
        } else {
            read(new CutObject(at, "", from, text.marked(), end));
        }
        text.unmark();
    }

    /// Two listings cannot be open: where another begins, the first is cut off.
    private void beginListing(Place at, CharBuffer read) {
        if (open.stream().limit(open.size() - openAround()).anyMatch(OpenList::isOfListing)) {
            OpenList cutOff;
            do {
                cutOff = open.pop();
            } while (!cutOff.isOfListing());
            refuse(cutOff.at(), Complaints.breaksOffBefore(at));
        }
        open.push(new OpenList(at, Optional.of(read.toString())));
    }

    private void beginList() {
        Place at = text.place(text.offset() - 1);
        if (open.size() < ObjectScan.MAX_DEPTH) {
            open.push(new OpenList(at, Optional.empty()));
        } else {
            refuse(at, Complaints.TOO_DEEP);
        }
    }

    private void endList() {
        if (open.size() == openAround()) {
            other(']');
            return;
        }
        var list = open.pop();
        list.listing().ifPresent(before -> endListing(list, before));
    }

    private void endListing(OpenList list, String before) {
        long from = text.offset();
        text.mark(from);
        var end = scan.restOfListing();
        if (end == ObjectScan.End.LIST_OF_JOBS) {
            open.push(list);
        } else {
            read(new CutObject(list.at(), before + "]", from, text.marked(), end));
        }
        text.unmark();
    }

    private void read(CutObject cut) {
        if (cut.end() == ObjectScan.End.END_OF_TEXT) {
            open.clear();
        }
        switch (cut.content(text, scan.tooDeep())) {
            case Content.Job(var read) -> sink.record(cut.at(), read);
            case Content.Listing(boolean goesOn) -> sink.endOfListing(goesOn);
            case Content.Refused(var reason) -> refuse(cut.at(), reason);
            case Content.Broken(var reason) -> {
                if (text.failure().isEmpty()) {
                    refuse(cut.at(), reason);
                }
                searchLines(cut.from());
            }
        }
    }

    /// Goes back to the second line of the broken object that was read, if there is one.
    private void searchLines(long from) {
        long end = text.offset();
        if (searching) {
            searchBudget -= end - from;
            if (searchBudget < 0) {
                text.moveTo(searchEnd);
                return;
            }
        }
        text.moveTo(from);
        passedOver.line(end);
        if (!searching && text.offset() < end) {
            searching = true;
            searchEnd = end;
            searchBudget = SEARCH_COST * (end - from);
            openAround = open.size();
        }
    }

    /// How many of the open lists are around the lines that are searched.
    private int openAround() {
        return searching ? openAround : 0;
    }

    /// Anything that is neither a list nor an object.
    private void other(int c) {
        if (searching) {
            passedOver.line(searchEnd);
        } else {
            sink.refuse(open.isEmpty() ? passedOver.lines(c) : passedOver.entry(c));
        }
    }

    private void refuse(Place at, String reason) {
        if (!searching) {
            sink.refuse(new Refusal(at, 1, reason));
        }
    }
}
