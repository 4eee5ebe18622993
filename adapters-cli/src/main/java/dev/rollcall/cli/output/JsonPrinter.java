package dev.rollcall.cli.output;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.json.ProcessingJobJson;
import dev.rollcall.json.VisibleJson;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.PrintWriter;
import java.util.List;

/// Prints jobs as AWS spells them, for programs: one document like an API answer, or one job a
/// line, which `rollcall import` takes.
final class JsonPrinter implements JobPrinter {

    private static final JsonFactory JSON =
            VisibleJson.factory()
                    .rootValueSeparator(System.lineSeparator())
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final PrintWriter out;
    private final JsonGenerator json;
    private final boolean document;
    private boolean begun;

    private JsonPrinter(PrintWriter out, boolean document) {
        this.out = out;
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        this.document = document;
        this.begun = document;
    }

    static JsonPrinter document(PrintWriter out) {
        var printer = new JsonPrinter(out, true);
        printer.json.writeStartObject();
        printer.json.writeArrayPropertyStart(ProcessingJobJson.SUMMARIES);
        return printer;
    }

    static JsonPrinter lines(PrintWriter out) {
        return new JsonPrinter(out, false);
    }

    @Override
    public void print(List<ProcessingJob> page) {
        page.forEach(job -> ProcessingJobJson.write(json, job));
        begun |= !page.isEmpty();
    }

    @Override
    public void nextToken(String token) {
        if (document) {
            json.writeEndArray();
            json.writeStringProperty(ProcessingJobJson.NEXT_TOKEN, token);
        }
    }

    /// Ends what is open.
    @Override
    public void close() {
        json.close();
        if (begun) {
            out.println();
        }
        out.flush();
    }
}
