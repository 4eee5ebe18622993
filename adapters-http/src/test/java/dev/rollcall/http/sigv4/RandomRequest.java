package dev.rollcall.http.sigv4;

import dev.rollcall.http.request.Header;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes up requests that the AWS SDK can sign: odd, but not malformed.
record RandomRequest(Random random) {

    private static final List<String> PATH_PIECES =
            List.of("a", "Z", "9", "-", "_", ".b", "~", "%20", "%2F", "%2e", "%e1%88%b4", "@", ":");

    private static final List<String> QUERY_PIECES =
            List.of("a", "B", "7", "-", ".", "~", "%20", "+", "%2B", "%3D", "%26", "%c3%a9", "*");

    private static final List<String> VALUE_PIECES =
            List.of("a", "B", "7", " ", "   ", "\t", "\"", ",", ";", "=", ":", "/", "é", "名", "😀");

    private static final List<String> HEADER_NAMES =
            List.of("x-note", "accept", "amz-sdk-request", "x-amz-user-agent", "x-amz-z", "zebra");

    RequestDraft make() {
        var headers = new ArrayList<>(RequestDraft.listing().headers());
        for (int i = random.nextInt(5); i > 0; i--) {
            headers.add(new Header(pick(HEADER_NAMES), Signer.onWire(text(VALUE_PIECES, 12))));
        }
        return new RequestDraft(
                pick(List.of("POST", "GET", "PUT")), path(), query(), headers, body());
    }

    /// Never climbs above the root: there the SDK and RFC 3986 differ.
    private String path() {
        var path = new StringBuilder();
        int depth = 0;
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append('/');
            int kind = random.nextInt(8);
            if (kind == 0 && depth > 0) {
                path.append("..");
                depth--;
            } else if (kind == 1) {
                path.append('.');
            } else if (kind > 2) {
                path.append(pick(PATH_PIECES)).append(text(PATH_PIECES, 4));
                depth++;
            }
        }
        return path.append(path.isEmpty() || random.nextInt(4) == 0 ? "/" : "").toString();
    }

    private String query() {
        return Stream.generate(
                        () ->
                                pick(QUERY_PIECES)
                                        + text(QUERY_PIECES, 3)
                                        + "="
                                        + text(QUERY_PIECES, 5))
                .limit(random.nextInt(4))
                .collect(Collectors.joining("&"));
    }

    private String body() {
        var body = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            body.append((char) random.nextInt(256));
        }
        return body.toString();
    }

    private String text(List<String> pieces, int atMost) {
        return Stream.generate(() -> pick(pieces))
                .limit(random.nextInt(atMost + 1))
                .collect(Collectors.joining());
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
