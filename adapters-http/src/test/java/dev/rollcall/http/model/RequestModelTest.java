package dev.rollcall.http.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/// The table of constraints says what AWS's published service model says, as botocore has it.
class RequestModelTest {

    private static final String MODEL = "data/sagemaker/2017-07-24/service-2.json";

    /// Where Debian's python3-botocore puts it.
    private static final Path DEBIAN = Path.of("/usr/lib/python3/dist-packages/botocore");

    @Test
    void every_member_and_constraint_is_that_of_the_service_model() throws Exception {
        Optional<Json> model = newestModel();
        if (model.isEmpty()) {
            System.out.println(
                    "Skipped: there is no botocore whose SageMaker has DeleteProcessingJob.");
        }
        assumeTrue(model.isPresent());
        Json shapes = model.get().at("shapes");
        for (String operation :
                List.of(
                        "CreateProcessingJob",
                        "StopProcessingJob",
                        "DeleteProcessingJob",
                        "AddTags",
                        "DeleteTags")) {
            String input = model.get().at("operations", operation, "input", "shape").text();
            Map<String, String> expected = new TreeMap<>();
            published(input, input, shapes, expected);
            Map<String, String> listed = new TreeMap<>();
            listed(input, RequestModel.shape(input), listed);
            assertThat(listed).as(operation).isEqualTo(expected);
        }
    }

    private static Optional<Json> newestModel() throws IOException, InterruptedException {
        for (Path botocore : packages()) {
            for (Path file : List.of(botocore.resolve(MODEL), botocore.resolve(MODEL + ".gz"))) {
                if (Files.exists(file)) {
                    Json model = read(file);
                    if (model.at("operations").has("DeleteProcessingJob")) {
                        return Optional.of(model);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> packages() throws IOException, InterruptedException {
        List<Path> found = new ArrayList<>();
        try {
            var python =
                    new ProcessBuilder(
                                    "python3",
                                    "-c",
                                    "import botocore, os;"
                                            + " print(os.path.dirname(botocore.__file__))")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String printed =
                    new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (python.waitFor(30, TimeUnit.SECONDS) && python.exitValue() == 0) {
                found.add(Path.of(printed.strip()));
            }
        } catch (IOException e) {
            System.out.println("There is no python3: " + e.getMessage());
        }
        found.add(DEBIAN);
        return found;
    }

    private static Json read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream json =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return Json.read(parser);
        }
    }

    /// One line for each value, by its path.
    private static void published(
            String path, String name, Json shapes, Map<String, String> lines) {
        Json shape = shapes.at(name);
        switch (shape.at("type").text()) {
            case "structure" -> {
                lines.put(path, "structure");
                shape.at("members")
                        .members()
                        .forEach(
                                (member, it) -> {
                                    String at = path + "." + member;
                                    boolean required =
                                            shape.has("required")
                                                    && shape.at("required")
                                                            .texts()
                                                            .contains(member);
                                    lines.put(at + "!", String.valueOf(required));
                                    published(at, it.at("shape").text(), shapes, lines);
                                });
            }
            case "list" -> {
                lines.put(path, "list " + range(shape));
                published(path + "[]", shape.at("member", "shape").text(), shapes, lines);
            }
            case "map" -> {
                lines.put(path, "map " + range(shape));
                published(path + "{key}", shape.at("key", "shape").text(), shapes, lines);
                published(path + "{}", shape.at("value", "shape").text(), shapes, lines);
            }
            case "integer" -> lines.put(path, "number " + range(shape));
            case "boolean" -> lines.put(path, "flag");
            case "string" ->
                    lines.put(
                            path,
                            shape.has("enum")
                                    ? "enum " + shape.at("enum").texts()
                                    : "text "
                                            + range(shape)
                                            + " "
                                            + (shape.has("pattern")
                                                    ? shape.at("pattern").text()
                                                    : ""));
            default -> throw new AssertionError(shape);
        }
    }

    private static Range range(Json shape) {
        return new Range(
                shape.has("min") ? Integer.parseInt(shape.at("min").text()) : Range.ANY.min(),
                shape.has("max") ? Integer.parseInt(shape.at("max").text()) : Range.ANY.max());
    }

    private static void listed(String path, Shape shape, Map<String, String> lines) {
        switch (shape) {
            case Shape.Structure(var members) -> {
                lines.put(path, "structure");
                members.forEach(
                        (name, member) -> {
                            lines.put(path + "." + name + "!", "" + member.required());
                            listed(path + "." + name, member.shape(), lines);
                        });
            }
            case Shape.ListOf(var length, var element) -> {
                lines.put(path, "list " + length);
                listed(path + "[]", element, lines);
            }
            case Shape.MapOf(var length, var key, var value) -> {
                lines.put(path, "map " + length);
                listed(path + "{key}", key, lines);
                listed(path + "{}", value, lines);
            }
            case Shape.WholeNumber(var range) -> lines.put(path, "number " + range);
            case Shape.Flag _ -> lines.put(path, "flag");
            case Shape.OneOf(var values) -> lines.put(path, "enum " + values);
            case Shape.Text(var length, var pattern) ->
                    lines.put(
                            path,
                            "text " + length + " " + pattern.map(Object::toString).orElse(""));
        }
    }
}
