package dev.rollcall.bench.pages;

import static java.util.stream.Collectors.joining;

import dev.rollcall.bench.SignedListing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A request for a page, ready to be sent.
///
/// @param path of a [Canned] answer, or `/`
record PageRequest(int port, String path, SortedMap<String, String> headers, String body) {

    /// @param status what the listing is filtered by
    /// @param token where the page begins
    static PageRequest of(int port, int rows, Optional<String> status, Optional<String> token) {
        var body =
                "{\"MaxResults\":"
                        + rows
                        + status.map(it -> ",\"StatusEquals\":\"" + it + "\"").orElse("")
                        + token.map(it -> ",\"NextToken\":\"" + it + "\"").orElse("")
                        + "}";
        var headers =
                Map.of(
                        "content-type", "application/x-amz-json-1.1",
                        "host", SignedListing.HOST,
                        "user-agent", "aws-sdk-java/2.31.0 md/io#sync lang/java#25 api/SageMaker",
                        "x-amz-target", "SageMaker.ListProcessingJobs");
        return new PageRequest(port, "/", new TreeMap<>(headers), body);
    }

    PageRequest at(int otherPort, String otherPath) {
        return new PageRequest(otherPort, otherPath, headers, body);
    }

    PageRequest signed() {
        return new PageRequest(port, path, Signing.added(headers, body), body);
    }

    byte[] bytes() {
        String head =
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(joining("", "POST " + path + " HTTP/1.1\r\n", ""));
        return (head + "content-length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
