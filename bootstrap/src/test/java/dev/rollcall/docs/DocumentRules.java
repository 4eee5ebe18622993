package dev.rollcall.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a document may say of the repository; each rule lists what it may not.
///
/// @param words all words of the Java code
record DocumentRules(Repository repository, Set<String> words) {

    private static final String MAVEN = "mvn";
    private static final Pattern FOREIGN_LINK = Pattern.compile("\\w+:.*");
    private static final Pattern PATH = Pattern.compile("\\.?[\\w.*<>-]+(/[\\w.*<>-]+)+/?");
    private static final Pattern FILE =
            Pattern.compile("[\\w.*<>-]+\\.(java|md|properties|sql|svg|txt|xml|yml)");

    /// Types, and members of more than one word.
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w>-])(?=\\w*[a-z])\\w*[A-Z]\\w*(?![\\w-])");

    private static final Pattern PACKAGE = Pattern.compile("dev\\.rollcall(\\.[a-z]\\w*)*");

    /// What MongoDB, Kubernetes and the driver of PostgreSQL call things that the documents speak
    /// of and the code has no use for.
    private static final Set<String> FOREIGN_NAMES =
            Set.of(
                    "defaultMode",
                    "fsGroup",
                    "indexOfCP",
                    "minSnapshotHistoryWindowInSeconds",
                    "preferSecondary",
                    "replaceOne",
                    "ResourceNotFound",
                    "targetServerType");

    DocumentRules(Repository repository) {
        this(repository, repository.words());
    }

    List<String> brokenLinks(Document document) {
        return document.links()
                .filter(link -> !FOREIGN_LINK.matcher(link).matches())
                .filter(link -> !leadsSomewhere(document, link))
                .toList();
    }

    private boolean leadsSomewhere(Document document, String link) {
        var parts = link.split("#", 2);
        if (parts[0].isEmpty()) {
            return document.anchors().contains(parts[1]);
        }
        var path = document.path().resolveSibling(parts[0]).normalize();
        return repository.paths().contains(path.toString())
                && (parts.length == 1 || repository.document(path).anchors().contains(parts[1]));
    }

    List<String> missingPaths(Document document) {
        return document.spans()
                .flatMap(span -> Arrays.stream(span.split("\\s+")))
                .filter(DocumentRules::isPath)
                .map(word -> word.replaceFirst("^\\./", "").replaceFirst("/$", ""))
                .filter(path -> !repository.has(path))
                .toList();
    }

    private static boolean isPath(String word) {
        return PATH.matcher(word).matches()
                || (FILE.matcher(word).matches() && !PACKAGE.matcher(word).matches());
    }

    List<String> missingNames(Document document) {
        return document.spans()
                .filter(span -> !isPath(span) && !span.startsWith(MAVEN))
                .flatMap(span -> NAME.matcher(span).results().map(MatchResult::group))
                .filter(name -> !words.contains(name) && !FOREIGN_NAMES.contains(name))
                .toList();
    }

    List<String> missingPackages(Document document) {
        return document.spans()
                .filter(span -> PACKAGE.matcher(span).matches())
                .filter(name -> !repository.has(name.replace('.', '/')))
                .toList();
    }

    List<String> brokenCommands(Document document) {
        var inSentences =
                document.spans().filter(span -> span.startsWith(MAVEN)).flatMap(ShellCommand::in);
        return Stream.concat(document.commands(), inSentences)
                .flatMap(
                        command ->
                                command.program().equals(MAVEN)
                                        ? missingFromMaven(command)
                                        : missingScripts(command))
                .toList();
    }

    private Stream<String> missingFromMaven(ShellCommand mvn) {
        return Stream.of(
                        missing(mvn, "-P", repository.profiles()),
                        missing(mvn, "-pl", repository.modules()),
                        missing(mvn, "-Dtest=", words))
                .flatMap(missing -> missing);
    }

    private static Stream<String> missing(ShellCommand mvn, String option, Set<String> known) {
        return mvn.valuesOf(option)
                .flatMap(names -> Arrays.stream(names.split("[,+#]")))
                .filter(name -> !known.contains(name))
                .map(name -> "%s: %s".formatted(option, name));
    }

    private Stream<String> missingScripts(ShellCommand command) {
        return Stream.of(command.program())
                .filter(program -> PATH.matcher(program).matches())
                .map(program -> program.replaceFirst("^\\./", ""))
                .filter(program -> !repository.paths().contains(program));
    }
}
