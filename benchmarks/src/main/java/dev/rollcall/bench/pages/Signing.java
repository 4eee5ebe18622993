package dev.rollcall.bench.pages;

import static java.util.stream.Collectors.joining;

import dev.rollcall.bench.SignedListing;
import dev.rollcall.domain.jobs.Scope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as clients do, with [SignedListing#KEY] at [SignedListing#NOW].
final class Signing {

    private static final Scope SCOPE = SignedListing.SCOPE;

    private Signing() {}

    /// The headers of a `POST /`, and those of its signature.
    static SortedMap<String, String> added(SortedMap<String, String> headers, String body) {
        String time =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(SignedListing.NOW);
        var all = new TreeMap<>(headers);
        all.put("x-amz-content-sha256", hash(body));
        all.put("x-amz-date", time);
        String names = String.join(";", all.keySet());
        String lines =
                all.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(joining());
        String canonical = "POST\n/\n\n" + lines + "\n" + names + "\n" + hash(body);
        String day = time.substring(0, 8);
        String scope = day + "/" + SCOPE.region() + "/sagemaker/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(canonical);
        byte[] key = ("AWS4" + secret()).getBytes(StandardCharsets.US_ASCII);
        for (String part : List.of(day, SCOPE.region().value(), "sagemaker", "aws4_request")) {
            key = mac(key, part);
        }
        all.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                SignedListing.KEY.id(),
                                scope,
                                names,
                                HexFormat.of().formatHex(mac(key, toSign))));
        return all;
    }

    private static String secret() {
        return new String(SignedListing.KEY.secret().bytes(), StandardCharsets.US_ASCII);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
