package dev.rollcall.http.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rollcall.http.access.Secret;
import dev.rollcall.http.request.Header;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// AWS's own test vectors, as far as they sign in the header. They are not part of this repository.
class SignatureVectorsTest {

    private static final Path FOLDER =
            Path.of(
                    System.getProperty(
                            "rollcall.sigv4.vectors", "../../shared/data/sigv4-vectors"));

    @TestFactory
    Stream<DynamicTest> a_vector_is_canonicalised_and_signed_as_AWS_does() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            System.out.println("Skipped: no signature vectors in " + FOLDER);
        }
        assumeTrue(Files.isDirectory(FOLDER), "no signature vectors in " + FOLDER);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> vectors =
                    files.filter(file -> file.endsWith("header-signed-request.txt"))
                            .map(Path::getParent)
                            .sorted()
                            .toList();
            assertThat(vectors).isNotEmpty();
            return vectors.stream()
                    .map(
                            vector ->
                                    DynamicTest.dynamicTest(
                                            vector.getFileName().toString(),
                                            () -> Vector.read(vector).check()));
        }
    }

    private record Vector(Path folder, RequestDraft request, String context) {

        static Vector read(Path folder) throws IOException {
            return new Vector(
                    folder,
                    request(text(folder, "header-signed-request.txt", StandardCharsets.UTF_8)),
                    text(folder, "context.json", StandardCharsets.UTF_8));
        }

        void check() throws IOException {
            AuthorizationHeader.Complete header =
                    (AuthorizationHeader.Complete)
                            AuthorizationHeader.parse(
                                    request.received().headerLines("authorization"));
            RequestTime time = RequestTime.parse(request.header("x-amz-date")).orElseThrow();
            var scope = new CredentialScope(time.day(), value("region"), value("service"));
            var canonical =
                    CanonicalRequest.of(
                            request.received(),
                            List.of(header.signedHeaders().split(";", -1)),
                            Sha256.hex(request.received().body()));
            var toSign = StringToSign.of(time, scope, canonical);
            String signature =
                    toSign.signature(
                            new SigningKeys().of(Secret.of(value("secret_access_key")), scope));

            assertThat(canonical.text()).isEqualTo(expected("header-canonical-request.txt"));
            assertThat(toSign.text()).isEqualTo(expected("header-string-to-sign.txt"));
            assertThat(signature)
                    .isEqualTo(expected("header-signature.txt"))
                    .isEqualTo(header.signature());
            assertThat(header.credential()).isEqualTo(value("access_key_id") + "/" + scope);
        }

        private String expected(String file) throws IOException {
            return text(folder, file, StandardCharsets.ISO_8859_1);
        }

        private String value(String name) {
            Matcher matcher = Pattern.compile("\"" + name + "\":\\s*\"([^\"]*)\"").matcher(context);
            assertThat(matcher.find()).as(name).isTrue();
            return matcher.group(1);
        }

        private static String text(Path folder, String file, Charset charset) throws IOException {
            return Files.readString(folder.resolve(file), charset);
        }

        /// A line that begins with a space continues the value of the line before.
        private static RequestDraft request(String text) {
            int end = text.indexOf("\n\n");
            List<String> lines =
                    List.of(text.substring(0, end).replace("\n ", "\0").split("\n", -1));
            String requestLine = lines.getFirst();
            String target =
                    requestLine.substring(
                            requestLine.indexOf(' ') + 1, requestLine.lastIndexOf(' '));
            int question = target.indexOf('?');
            var headers = new ArrayList<Header>();
            for (String line : lines.subList(1, lines.size())) {
                int colon = line.indexOf(':');
                headers.add(
                        new Header(
                                line.substring(0, colon),
                                Signer.onWire(line.substring(colon + 1).replace("\0", "\n "))));
            }
            return new RequestDraft(
                    requestLine.substring(0, requestLine.indexOf(' ')),
                    question < 0 ? target : target.substring(0, question),
                    question < 0 ? "" : target.substring(question + 1),
                    headers,
                    Signer.onWire(text.substring(end + 2)));
        }
    }
}
