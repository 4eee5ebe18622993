package dev.rollcall.http.console;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.MissingResourceException;
import java.util.zip.GZIPOutputStream;

/// A file of the console, in memory, plain and compressed.
///
/// A browser asks each time whether its copy is still good, and mostly hears that it is. Names that
/// change with the content would save the question, but need a build step.
record ConsoleFile(String path, HttpField type, Encoded plain, Encoded gzipped) {

    private static final String PAGE = "index.html";

    /// All of them. A file that is not named here is not served.
    private static final List<String> NAMES =
            List.of(
                    PAGE,
                    "console.css",
                    "icon.svg",
                    "address.js",
                    "api.js",
                    "dom.js",
                    "download.js",
                    "drawer.js",
                    "filters.js",
                    "listing.js",
                    "main.js",
                    "messages.js",
                    "pager.js",
                    "pages.js",
                    "saving.js",
                    "signature.js",
                    "signin.js",
                    "states.js",
                    "table.js",
                    "timeline.js",
                    "times.js");

    /// Nothing from elsewhere, nothing inline, and no text that becomes markup or code.
    private static final List<HttpField> HEADERS =
            List.of(
                    new PreEncodedHttpField(
                            "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self';"
                                    + " img-src 'self'; connect-src 'self'; base-uri 'none';"
                                    + " form-action 'none'; frame-ancestors 'none';"
                                    + " require-trusted-types-for 'script'; trusted-types 'none'"),
                    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                    new PreEncodedHttpField("X-Frame-Options", "DENY"),
                    new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
                    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
                    new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache"),
                    new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding"));

    private static final HttpField GZIP =
            new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    static List<ConsoleFile> all() {
        return NAMES.stream().map(ConsoleFile::read).toList();
    }

    private static ConsoleFile read(String name) {
        try (var resource = ConsoleFile.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new MissingResourceException(
                        "The console has no " + name, ConsoleFile.class.getName(), name);
            }
            byte[] content = resource.readAllBytes();
            return new ConsoleFile(
                    ConsoleHandler.PATH + (name.equals(PAGE) ? "" : name),
                    new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type(name)),
                    Encoded.of(content),
                    Encoded.of(gzip(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=utf-8";
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no type is known of " + name);
        };
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.toByteArray();
    }

    void answer(Request request, Response response, Callback callback) {
        boolean compress = acceptsGzip(request.getHeaders());
        var encoded = compress ? gzipped : plain;
        var headers = response.getHeaders();
        HEADERS.forEach(headers::put);
        headers.put(HttpHeader.ETAG, encoded.etag());
        if (isKnown(request.getHeaders(), encoded)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        response.setStatus(HttpStatus.OK_200);
        headers.put(type);
        if (compress) {
            headers.put(GZIP);
        }
        headers.put(HttpHeader.CONTENT_LENGTH, encoded.bytes().length);
        response.write(true, ByteBuffer.wrap(encoded.bytes()), callback);
    }

    private static boolean acceptsGzip(HttpFields headers) {
        return headers.getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.equalsIgnoreCase("gzip"));
    }

    private static boolean isKnown(HttpFields headers, Encoded encoded) {
        return headers.getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(encoded.etag()));
    }

    /// What goes over the wire, and the name of exactly these bytes.
    // A component that is an array is compared by identity, and nobody compares these.
    @SuppressWarnings("ArrayRecordComponent")
    record Encoded(byte[] bytes, String etag) {

        static Encoded of(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Encoded(bytes, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
