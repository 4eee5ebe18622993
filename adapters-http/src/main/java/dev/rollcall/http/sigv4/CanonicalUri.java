package dev.rollcall.http.sigv4;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// The two lines of a canonical request that are about its URI, as every AWS service except S3
/// defines them. Any text has a canonical form.
final class CanonicalUri {

    private CanonicalUri() {}

    /// Removes empty and dot segments, then encodes each of the others once more. So an escape that
    /// the client wrote, `%2F` or `%2e`, is neither a slash nor a dot, and `%20` becomes `%2520`.
    ///
    /// Dot segments that lead above the root are dropped (RFC 3986, section 5.2.4).
    static String path(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        if (segments.isEmpty()) {
            return "/";
        }
        return segments.stream()
                .map(segment -> PercentEncoding.encode(segment.getBytes(StandardCharsets.UTF_8)))
                .collect(joining("/", "/", path.endsWith("/") ? "/" : ""));
    }

    /// Sorts the parameters by encoded name, then value. A parameter without a name is covered too,
    /// so that nobody can add one to a signed request.
    static String query(String query) {
        return parameters(query).stream()
                .sorted(Parameter.ORDER)
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(joining("&"));
    }

    /// Whether a query has a parameter with this name.
    ///
    /// @param name a name that needs no encoding
    static boolean hasParameter(String query, String name) {
        return parameters(query).stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private static List<Parameter> parameters(String query) {
        return query.isEmpty()
                ? List.of()
                : Stream.of(query.split("&", -1)).map(Parameter::parse).toList();
    }

    private record Parameter(String name, String value) {

        static final Comparator<Parameter> ORDER =
                Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

        static Parameter parse(String text) {
            int equalsSign = text.indexOf('=');
            return equalsSign < 0
                    ? new Parameter(recode(text), "")
                    : new Parameter(
                            recode(text.substring(0, equalsSign)),
                            recode(text.substring(equalsSign + 1)));
        }

        private static String recode(String text) {
            return PercentEncoding.encode(PercentEncoding.decode(text));
        }
    }
}
