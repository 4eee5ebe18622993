package dev.rollcall.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document in Markdown, as far as it can be checked: its links, headings and code.
///
/// @param path where it is, from the root of the repository
public record Document(Path path, String text) {

    private static final Pattern FENCED =
            Pattern.compile("(?ms)^ *```(?<language>\\w*)\\n(?<code>.*?)^ *```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");

    /// Within a paragraph, so that a stray backtick spoils no more than that.
    private static final Pattern SPAN = Pattern.compile("`((?:[^`\\n]|\\n(?!\\s*\\n))+)`");

    /// The targets of the links.
    Stream<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group("target"));
    }

    /// What a link may name after its `#`: made of the headings as GitHub makes it.
    List<String> anchors() {
        var anchors = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        HEADING.matcher(prose())
                .results()
                .map(heading -> anchor(heading.group(1)))
                .forEach(
                        anchor -> {
                            int before = seen.merge(anchor, 1, Integer::sum) - 1;
                            anchors.add(before == 0 ? anchor : anchor + "-" + before);
                        });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    /// The code within sentences.
    public Stream<String> spans() {
        return SPAN.matcher(prose()).results().map(span -> span.group(1).replace("\\|", "|"));
    }

    /// What the blocks of code tell a reader to run: lines after a prompt, and where a block has
    /// none, all of them.
    public Stream<ShellCommand> commands() {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group("language").isEmpty())
                .map(block -> block.group("code").replace("\\\n", " "))
                .flatMap(Document::typed)
                .flatMap(ShellCommand::in);
    }

    private static Stream<String> typed(String code) {
        return code.lines().anyMatch(line -> line.startsWith("$ "))
                ? code.lines().filter(line -> line.startsWith("$ ")).map(line -> line.substring(2))
                : code.lines();
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    /// The name that a test shows.
    @Override
    public String toString() {
        return path.toString();
    }
}
