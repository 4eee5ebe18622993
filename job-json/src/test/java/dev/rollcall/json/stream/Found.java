package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.json.ReadRecord;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// What a stream holds, in the order in which it is found: `3 a` for a job of that name at that
/// place, `4:7 refused: ` and why, `end` or `goes on` for a listing, `broken in line 9: ` and why.
final class Found implements JobRecordStream.Sink {

    private static final byte GZIP = 0x1f;

    private final List<String> all = new ArrayList<>();

    private Found() {}

    static List<String> in(InputStream stream) {
        var found = new Found();
        try {
            JobRecordStream.read(stream, found);
        } catch (BrokenStream e) {
            found.all.add("broken in line %d: %s".formatted(e.line(), e.getMessage()));
        }
        return found.all;
    }

    /// What is found in a stream, and also where the bytes are in memory, unless they are gzipped.
    static List<String> in(byte[] bytes) {
        List<String> streamed = in(new ByteArrayInputStream(bytes));
        if (bytes.length == 0 || bytes[0] != GZIP) {
            var found = new Found();
            JobRecordStream.read(bytes, found);
            assertThat(found.all).isEqualTo(streamed);
        }
        return streamed;
    }

    static List<String> in(String text) {
        return in(text.getBytes(UTF_8));
    }

    @Override
    public void record(Place at, ReadRecord read) {
        all.add(
                "%s %s%s"
                        .formatted(
                                at,
                                read.record().processingJobName().orElse("(no name)"),
                                read.assumesUtc() ? ", in UTC" : ""));
    }

    @Override
    public void refuse(Refusal refusal) {
        all.add(
                "%s refused: %s%s"
                        .formatted(
                                refusal.at(),
                                refusal.reason(),
                                refusal.lines() == 1 ? "" : " x" + refusal.lines()));
    }

    @Override
    public void endOfListing(boolean goesOn) {
        all.add(goesOn ? "goes on" : "end");
    }
}
