package dev.rollcall.http.sigv4;

import dev.rollcall.domain.jobs.Region;

import java.util.List;
import java.util.Optional;

/// Who signed a request, on which day and for what, as the client says:
/// `AKID/20130609/us-east-1/sagemaker/aws4_request`. None of it is verified.
record Credential(
        String accessKeyId, String day, String region, String service, String terminator) {

    private static final int ELEMENTS = 5;

    /// Reads a credential; empty if the text has another number of elements.
    static Optional<Credential> parse(String text) {
        List<String> elements = List.of(text.split("/", -1));
        return elements.size() == ELEMENTS
                ? Optional.of(
                        new Credential(
                                elements.get(0),
                                elements.get(1),
                                elements.get(2),
                                elements.get(3),
                                elements.get(4)))
                : Optional.empty();
    }

    /// The region, if its code is well-formed.
    Optional<Region> wellFormedRegion() {
        return Region.parse(region);
    }

    boolean hasTerminator() {
        return terminator.equals(CredentialScope.TERMINATOR);
    }
}
