package dev.rollcall.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the documents speak of: the files and directories of the repository, but for what a build
/// makes.
///
/// @param paths from the root
public record Repository(Path root, List<String> paths) {

    private static final Set<String> MADE = Set.of(".git", "target", "rollcall-data");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern COMMENT = Pattern.compile("(?m)//.*$");

    public Repository {
        paths = List.copyOf(paths);
    }

    /// The repository that the working directory is in.
    public static Repository here() throws IOException {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("rollcall"))) {
            root = requireNonNull(root.getParent(), "no repository around this directory");
        }
        return new Repository(root, pathsBelow(root));
    }

    private static List<String> pathsBelow(Path root) throws IOException {
        var paths = new ArrayList<String>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        if (MADE.contains(directory.getFileName().toString())) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return visitFile(directory, attributes);
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        paths.add(root.relativize(file).toString());
                        return FileVisitResult.CONTINUE;
                    }
                });
        return paths;
    }

    /// All documents.
    public Stream<Document> documents() {
        return paths.stream()
                .filter(path -> path.endsWith(".md"))
                .map(path -> document(Path.of(path)));
    }

    Document document(Path path) {
        return new Document(path, text(path.toString()));
    }

    /// Whether a path is there: from the root, or from any directory, since a document may leave
    /// out what its sentence says. `*` and `<any>` stand for whatever a name has there.
    boolean has(String path) {
        var name = Pattern.compile("\\*|<\\w+>").splitWithDelimiters(path, 0);
        var regex = new StringBuilder("(.*/)?");
        for (int i = 0; i < name.length; i++) {
            regex.append(i % 2 == 0 ? Pattern.quote(name[i]) : "[^/]*");
        }
        var wanted = Pattern.compile(regex.toString());
        return paths.stream().anyMatch(there -> wanted.matcher(there).matches());
    }

    /// All words of the Java code, those in text included and those in comments not. The tests of
    /// documents are left out: they name what is not there.
    Set<String> words() {
        var words = new HashSet<String>();
        paths.stream()
                .filter(path -> path.endsWith(".java") && !path.contains("/rollcall/docs/"))
                .map(path -> COMMENT.matcher(text(path)).replaceAll(""))
                .forEach(code -> WORD.matcher(code).results().forEach(w -> words.add(w.group())));
        return words;
    }

    /// The modules of the build, and the profiles of all of them.
    Set<String> modules() {
        return poms("<module>([^<]+)</module>");
    }

    Set<String> profiles() {
        return poms("(?s)<profile>.*?<id>([^<]+)</id>");
    }

    private Set<String> poms(String pattern) {
        var found = new HashSet<String>();
        paths.stream()
                .filter(path -> path.endsWith("pom.xml"))
                .forEach(
                        pom ->
                                Pattern.compile(pattern)
                                        .matcher(text(pom))
                                        .results()
                                        .forEach(match -> found.add(match.group(1))));
        return found;
    }

    private String text(String path) {
        try {
            return Files.readString(root.resolve(path), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
