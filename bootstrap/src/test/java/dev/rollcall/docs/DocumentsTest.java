package dev.rollcall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Holds every document to [DocumentRules], and the rules to a document that breaks each of them.
class DocumentsTest {

    private static final DocumentRules RULES = new DocumentRules(repository());

    private static Repository repository() {
        try {
            return Repository.here();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Document> documents() {
        return RULES.repository().documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_link_leads_to_a_file_or_a_heading(Document document) {
        assertThat(RULES.brokenLinks(document)).as("in %s", document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_path_is_one_of_the_repository(Document document) {
        assertThat(RULES.missingPaths(document)).as("in %s", document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_package_is_one_of_the_code(Document document) {
        assertThat(RULES.missingPackages(document)).as("in %s", document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_name_is_one_that_the_code_uses(Document document) {
        assertThat(RULES.missingNames(document)).as("in %s", document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_command_runs_what_is_there(Document document) {
        assertThat(RULES.brokenCommands(document)).as("in %s", document).isEmpty();
    }

    @Test
    void what_is_not_there_is_found_wherever_a_document_names_it() {
        var document =
                new Document(
                        Path.of("docs/nowhere.md"),
                        """
                        # Nowhere

                        [A file](nothing.md), [a heading](#nothing) and [another](walks.md#nothing).
                        Not [this](#nowhere), [these](walks.md) or [those](https://rollcall.example).

                        `domain/src/Nothing.java`, `nothing.sql` and `docs/*/nothing`, but
                        `./rollcall`, `docs/adr/*.md` and `<name>/pom.xml`.
                        `dev.rollcall.nothing`, but `dev.rollcall.domain`.
                        `NothingAtAll` and `Slice.nothingAtAll()`, but `Slice.Stopped`.
                        `mvn test -pl nothing` and `mvn verify`.

                        ```
                        $ nothing/run --fast
                        $ umask 077; X='1 2' mvn test -Pnothing,fuzz -pl domain,nothing \\
                              -Dtest=NothingTest,JsonBodyFuzzTest | nothing/filter > nothing/file  # nothing/else
                        nothing/printed
                        ```
                        """);
        assertThat(RULES.brokenLinks(document))
                .containsExactly("nothing.md", "#nothing", "walks.md#nothing");
        assertThat(RULES.missingPaths(document))
                .containsExactly("domain/src/Nothing.java", "nothing.sql", "docs/*/nothing");
        assertThat(RULES.missingPackages(document)).containsExactly("dev.rollcall.nothing");
        assertThat(RULES.missingNames(document)).containsExactly("NothingAtAll", "nothingAtAll");
        assertThat(RULES.brokenCommands(document))
                .containsExactly(
                        "nothing/run",
                        "-P: nothing",
                        "-pl: nothing",
                        "-Dtest=: NothingTest",
                        "nothing/filter",
                        "-pl: nothing");
    }

    @Test
    void equal_headings_have_anchors_of_their_own() {
        var document =
                new Document(Path.of("a.md"), "# One, `two` & three\n\n## Again\n\n## Again\n");
        assertThat(document.anchors()).isEqualTo(List.of("one-two--three", "again", "again-1"));
    }
}
