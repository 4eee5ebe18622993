package dev.rollcall.http.sigv4;

import static java.util.stream.Collectors.joining;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.access.RefusalReason;
import dev.rollcall.http.access.RefusedClaim;
import dev.rollcall.http.request.RequestHead;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// AWS's words for a request whose signature is not accepted.
///
/// @param reason the same, in a word
/// @param type the error's name in the AWS form
/// @param message for the client alone; it may repeat what the client sent, even a signature
record SignatureRefusal(RefusalReason reason, String type, String message)
        implements SignatureReading {

    private static final String INVALID = "InvalidSignatureException";
    private static final String INCOMPLETE = "IncompleteSignatureException";

    /// The refusal of a request with this head.
    AuthenticationResult.Refused of(RequestHead head) {
        var credential =
                Credential.parse(
                        AuthorizationHeader.parse(head.headerLines("authorization")).credential());
        return new AuthenticationResult.Refused(
                type,
                message,
                new RefusedClaim(
                        reason,
                        credential.map(Credential::accessKeyId),
                        credential.flatMap(Credential::wellFormedRegion).map(Region::value)));
    }

    /// The type alone, because the message must not get into a log.
    @Override
    public String toString() {
        return type;
    }

    static SignatureRefusal headerAndQuery() {
        return new SignatureRefusal(
                RefusalReason.MALFORMED,
                INVALID,
                "Found both 'X-Amz-Algorithm' as a query-string param"
                        + " and 'Authorization' as HTTP header.");
    }

    static SignatureRefusal missingToken() {
        return new SignatureRefusal(
                RefusalReason.UNSIGNED,
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    /// @param missing the parts that the header lacks
    /// @param dated whether the request says when it was signed
    /// @param header as received; the message repeats it
    static SignatureRefusal incomplete(List<String> missing, boolean dated, String header) {
        Stream<String> parts =
                missing.stream()
                        .map(part -> "Authorization header requires '" + part + "' parameter. ");
        Stream<String> date =
                dated
                        ? Stream.empty()
                        : Stream.of(
                                "Authorization header requires existence of either"
                                        + " a 'X-Amz-Date' or a 'Date' header. ");
        return new SignatureRefusal(
                RefusalReason.MALFORMED,
                INCOMPLETE,
                Stream.concat(parts, date).collect(joining("", "", "Authorization=" + header)));
    }

    static SignatureRefusal dateFormat(String date) {
        return new SignatureRefusal(
                RefusalReason.MALFORMED,
                INCOMPLETE,
                "Date must be in ISO-8601 'basic format'. Got '"
                        + date
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    static SignatureRefusal expired(RequestTime signed, RequestTime now, Duration skew) {
        return new SignatureRefusal(
                RefusalReason.CLOCK,
                INVALID,
                "Signature expired: %s is now earlier than %s (%s - %d min.)"
                        .formatted(signed, now.minus(skew), now, skew.toMinutes()));
    }

    static SignatureRefusal notYetCurrent(RequestTime signed, RequestTime now, Duration skew) {
        return new SignatureRefusal(
                RefusalReason.CLOCK,
                INVALID,
                "Signature not yet current: %s is still later than %s (%s + %d min.)"
                        .formatted(signed, now.plus(skew), now, skew.toMinutes()));
    }

    /// @param header in lower case; the message spells it as in `X-Amz-Target`
    static SignatureRefusal unsigned(String header) {
        String name =
                Stream.of(header.split("-", -1))
                        .map(SignatureRefusal::capitalised)
                        .collect(joining("-"));
        return new SignatureRefusal(
                RefusalReason.UNSIGNED_HEADER,
                INVALID,
                "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
    }

    private static String capitalised(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static SignatureRefusal algorithm(String algorithm) {
        return new SignatureRefusal(
                RefusalReason.MALFORMED,
                INCOMPLETE,
                "Unsupported AWS 'algorithm': '"
                        + algorithm
                        + "' (only AWS4-HMAC-SHA256 for now). ");
    }

    static SignatureRefusal credentialForm(String credential) {
        return new SignatureRefusal(
                RefusalReason.MALFORMED,
                INCOMPLETE,
                "Credential must have exactly 5 slash-delimited elements,"
                        + " e.g. keyid/date/region/service/term, got '"
                        + credential
                        + "'");
    }

    /// @param sentences those of the following four that apply
    static SignatureRefusal scope(List<String> sentences) {
        return new SignatureRefusal(RefusalReason.OTHER_SCOPE, INVALID, String.join("", sentences));
    }

    /// For a key that is not valid in a region, which exists.
    static SignatureRefusal otherRegion(Region region) {
        return new SignatureRefusal(
                RefusalReason.OTHER_REGION, INVALID, scopeRegion(region.value()));
    }

    static String scopeRegion(String region) {
        return "Credential should be scoped to a valid region, not '" + region + "'. ";
    }

    static String scopeService(String service) {
        return "Credential should be scoped to correct service: '" + service + "'. ";
    }

    static String scopeTerminator(String terminator) {
        return "Credential should be scoped with a valid terminator: 'aws4_request', not '"
                + terminator
                + "'. ";
    }

    static String scopeDay(String day, RequestTime signed) {
        return "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                + " from HTTP: '%s' != '%s', from '%s'.".formatted(day, signed.day(), signed);
    }

    static SignatureRefusal invalidToken() {
        return new SignatureRefusal(
                RefusalReason.UNKNOWN_KEY,
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    static SignatureRefusal wrongSignature() {
        return new SignatureRefusal(
                RefusalReason.MISMATCH,
                INVALID,
                "The request signature we calculated does not match the signature you provided."
                        + " Check your AWS Secret Access Key and signing method."
                        + " Consult the service documentation for details.");
    }

    static SignatureRefusal expiredToken() {
        return new SignatureRefusal(
                RefusalReason.EXPIRED_KEY,
                "ExpiredTokenException",
                "The security token included in the request is expired");
    }
}
