package dev.rollcall.http.awsjson;

import dev.rollcall.application.simulate.SimulateProcessingJobs.TagsChange;
import dev.rollcall.http.model.RequestModel;
import dev.rollcall.http.model.Value;
import dev.rollcall.http.model.Value.Fields;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What `AddTags` and `DeleteTags` make of the tags of a job.
final class ChangedTags {

    /// How many tags a resource may have (SageMaker API, `AddTags`).
    static final int MOST = 50;

    private ChangedTags() {}

    /// With these tags; one whose key is there already gets the new value.
    static TagsChange adding(List<Fields> tags) {
        return changed(all -> tags.forEach(tag -> all.put(tag.text("Key"), tag.text("Value"))));
    }

    /// Without the tags that have these keys.
    static TagsChange deleting(List<String> keys) {
        return changed(all -> all.keySet().removeAll(keys));
    }

    private static TagsChange changed(Consumer<SortedMap<String, String>> change) {
        return known -> {
            SortedMap<String, String> tags = known.map(ChangedTags::read).orElseGet(TreeMap::new);
            change.accept(tags);
            return Optional.of(tags).filter(it -> it.size() <= MOST).map(ChangedTags::json);
        };
    }

    private static SortedMap<String, String> read(String json) {
        try {
            var tags = new TreeMap<String, String>();
            ShapeReader.read(
                            ("{\"Tags\":" + json + "}").getBytes(StandardCharsets.UTF_8),
                            RequestModel.input("StoredTags"))
                    .structures("Tags")
                    .forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
            return tags;
        } catch (SerializationException e) {
            throw new IllegalStateException("the tags of a stored job", e);
        }
    }

    /// In the order of the keys, as they are listed.
    private static String json(SortedMap<String, String> tags) {
        return JsonText.of(
                new Value.Items(
                        tags.entrySet().stream()
                                .<Value>map(
                                        tag ->
                                                Fields.NONE
                                                        .with("Key", new Value.Text(tag.getKey()))
                                                        .with(
                                                                "Value",
                                                                new Value.Text(tag.getValue())))
                                .toList()));
    }
}
