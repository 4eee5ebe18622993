package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Files as people have them who list SageMaker jobs (`src/test/resources/field`), imported into an
/// empty storage.
abstract class FieldFilesContract {

    private static final Pattern EXPORTED =
            Pattern.compile("\"CreationTime\":([0-9.E]+).*\"ProcessingJobName\":\"([^\"]+)\"");

    @TempDir Path dir;

    /// The options that tell the storage.
    abstract List<String> storage();

    static Path file(String name) {
        return Path.of(
                URI.create(
                        Objects.requireNonNull(
                                        FieldFilesContract.class.getResource("/field/" + name))
                                .toString()));
    }

    private Outcome command(List<String> words) {
        var command = new ArrayList<>(words);
        command.addAll(storage());
        return Outcome.run(command.toArray(String[]::new));
    }

    /// Each job that is stored as `name=CreationTime`.
    private List<String> stored() throws IOException {
        Path file = dir.resolve("exported");
        Files.deleteIfExists(file);
        assertThat(command(List.of("export", file.toString())).status()).isZero();
        return Files.readAllLines(file).stream()
                .map(EXPORTED::matcher)
                .map(it -> it.find() ? it.group(2) + "=" + it.group(1) : "")
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "arn-lower.json, Clarify-Bias-2022-11-25-15-25-57-493=1.62321294013E9",
        "boto-default-str.json, Score-Batch-000=1.70000000013E9 churn-train-001=1.70000006013E9",
        "houroffset.json, hour-offset=1.572560501E9",
        "secs-str.json, ss=1.62320934013E9",
        "utf16le.jsonl, l0=1.62321294013E9 l1=1.62321294013E9 l2=1.62321294013E9",
        "onejob.json, one=1.62321294013E9",
        "pages.json, pg-1=1.62321294013E9 pg-2=1.62321294013E9 pg-3=1.62321294013E9",
        "cliv2.json, cli-v2=1.62320934013E9",
        "describe.json, desc-1=1.62321294013E9",
        "events-firehose.json, ev-1=1.704320199E9 ev-2=1.704320199E9",
        "event-detail.jsonl, ev-1=1.704320199E9",
        "mixed.jsonl.gz, jq-0=1.62321294013E9 jq-1=1.62321294013E9 jq-2=1.62321294013E9"
                + " m1-0=1.62321294013E9 m1-1=1.62321294013E9 m1-2=1.62321294013E9"
                + " m1-3=1.62321294013E9 m1-4=1.62321294013E9",
    })
    void is_imported_whole(String name, String jobs) throws IOException {
        List<String> expected = List.of(jobs.split(" "));

        var outcome = command(List.of("import", file(name).toString()));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("imported %d, unchanged 0, refused 0".formatted(expected.size()));
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void an_arn_is_given_back_as_it_came() throws IOException {
        command(List.of("import", file("arn-lower.json").toString()));
        stored();

        assertThat(dir.resolve("exported"))
                .content()
                .contains("processing-job/clarify-bias-2022-11-25-15-25-57-493\"")
                .contains("\"Clarify-Bias-2022-11-25-15-25-57-493\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out.yaml | 6 | :1: looks like YAML: save it with `--output json` (6 lines)",
                "out.txt | 2 | :1: looks like the text output of the AWS CLI: save it with"
                        + " `--output json` (2 lines)",
                "out.table | 4 | :1: looks like the table output of the AWS CLI: save it with"
                        + " `--output json` (4 lines)",
                "cp1252.json | 1 | :3: holds bytes that are not UTF-8, as in a file saved in a"
                        + " Windows code page: save it as UTF-8",
            })
    void is_refused_with_what_helps(String name, int refused, String complaint) throws IOException {
        var outcome = command(List.of("import", file(name).toString()));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualToNormalizingNewlines(file(name) + complaint + "\n");
        assertThat(outcome.out().lines())
                .containsExactly("imported 0, unchanged 0, refused " + refused);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_record_with_nan_is_refused_by_its_place_and_the_next_is_imported() throws IOException {
        var outcome = command(List.of("import", file("nan.json").toString()));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("imported 1, unchanged 0, refused 1");
        assertThat(outcome.err())
                .isEqualToNormalizingNewlines(
                        file("nan.json")
                                + ":1:2: holds NaN, which JSON has not: write null for a value that"
                                + " is missing\n");
        assertThat(stored()).containsExactly("nan-2=1.62321294013E9");
    }

    @Test
    void a_gzip_member_that_is_cut_is_said_to_break_off_and_other_files_are_read()
            throws IOException {
        var cut = file("cuthead.jsonl.gz");

        var outcome = command(List.of("import", cut.toString(), file("describe.json").toString()));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("imported 6, unchanged 0, refused 0");
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .isEqualTo(
                                                cut
                                                        + " breaks off in line 6: the gzip data"
                                                        + " ends too early"),
                        second -> assertThat(second).startsWith("Recommended action: "));
        assertThat(stored()).hasSize(6).contains("m1-0=1.62321294013E9", "m1-4=1.62321294013E9");
    }

    @Test
    void the_walk_that_goes_on_is_named_whatever_the_order_of_files() throws IOException {
        String goesOn = file("boto-default-str.json").toString();
        String whole = file("pages.json").toString();

        for (List<String> files : List.of(List.of(goesOn, whole), List.of(whole, goesOn))) {
            var importing = new ArrayList<>(List.of("import"));
            importing.addAll(files);
            assertThat(command(importing).err().lines())
                    .satisfiesExactly(
                            first ->
                                    assertThat(first)
                                            .isEqualTo(
                                                    "Warning: the listing of account 111111111111"
                                                            + " in us-east-1 goes on: each page of"
                                                            + " it ends with a NextToken."),
                            second -> assertThat(second).startsWith("Recommended action: "));
        }
        assertThat(command(List.of("import", whole)).err()).isEmpty();
    }
}
