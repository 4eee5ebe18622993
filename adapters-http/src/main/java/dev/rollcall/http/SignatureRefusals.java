package dev.rollcall.http;

import static java.util.stream.Collectors.joining;

import dev.rollcall.application.AccessKey.Operation;
import dev.rollcall.domain.Scope;
import dev.rollcall.http.Authentication.Refused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// AWS's words for a request that is not let in.
final class SignatureRefusals {

    private static final String INVALID = "InvalidSignatureException";
    private static final String INCOMPLETE = "IncompleteSignatureException";

    private SignatureRefusals() {}

    static Refused headerAndQuery() {
        return new Refused(
                INVALID,
                "Found both 'X-Amz-Algorithm' as a query-string param"
                        + " and 'Authorization' as HTTP header.");
    }

    static Refused missingToken() {
        return new Refused("MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    /// @param missing the parts of the header that are not there
    /// @param dated whether the request says when it was signed
    /// @param header as received; the client gets it back
    static Refused incomplete(List<String> missing, boolean dated, String header) {
        Stream<String> parts =
                missing.stream()
                        .map(part -> "Authorization header requires '" + part + "' parameter. ");
        Stream<String> date =
                dated
                        ? Stream.empty()
                        : Stream.of(
                                "Authorization header requires existence of either"
                                        + " a 'X-Amz-Date' or a 'Date' header. ");
        return new Refused(
                INCOMPLETE,
                Stream.concat(parts, date).collect(joining("", "", "Authorization=" + header)));
    }

    static Refused dateFormat(String date) {
        return new Refused(
                INCOMPLETE,
                "Date must be in ISO-8601 'basic format'. Got '"
                        + date
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    static Refused expired(RequestTime signed, RequestTime now, Duration skew) {
        return new Refused(
                INVALID,
                "Signature expired: %s is now earlier than %s (%s - %d min.)"
                        .formatted(signed, now.minus(skew), now, skew.toMinutes()));
    }

    static Refused notYetCurrent(RequestTime signed, RequestTime now, Duration skew) {
        return new Refused(
                INVALID,
                "Signature not yet current: %s is still later than %s (%s + %d min.)"
                        .formatted(signed, now.plus(skew), now, skew.toMinutes()));
    }

    /// @param header in lower case; the sentence has it as in `X-Amz-Target`
    static Refused unsigned(String header) {
        String name =
                Stream.of(header.split("-", -1))
                        .map(SignatureRefusals::capitalised)
                        .collect(joining("-"));
        return new Refused(
                INVALID, "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
    }

    private static String capitalised(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static Refused algorithm(String algorithm) {
        return new Refused(
                INCOMPLETE,
                "Unsupported AWS 'algorithm': '"
                        + algorithm
                        + "' (only AWS4-HMAC-SHA256 for now). ");
    }

    static Refused credentialForm(String credential) {
        return new Refused(
                INCOMPLETE,
                "Credential must have exactly 5 slash-delimited elements,"
                        + " e.g. keyid/date/region/service/term, got '"
                        + credential
                        + "'");
    }

    /// @param sentences those of the following four that hold
    static Refused scope(List<String> sentences) {
        return new Refused(INVALID, String.join("", sentences));
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

    static Refused invalidToken() {
        return new Refused(
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    static Refused wrongSignature() {
        return new Refused(
                INVALID,
                "The request signature we calculated does not match the signature you provided."
                        + " Check your AWS Secret Access Key and signing method."
                        + " Consult the service documentation for details.");
    }

    static Refused expiredToken() {
        return new Refused(
                "ExpiredTokenException", "The security token included in the request is expired");
    }

    static Refused accessDenied(Scope scope, String userName, Operation operation) {
        String action = action(operation);
        return new Refused(
                "AccessDeniedException",
                ("User: arn:%s:iam::%s:user/%s is not authorized to perform: %s because no"
                                + " identity-based policy allows the %s action")
                        .formatted(
                                scope.region().partition(),
                                scope.account(),
                                userName,
                                action,
                                action));
    }

    /// SageMaker has no action that records, so that one is named after this project.
    private static String action(Operation operation) {
        return switch (operation) {
            case LIST -> "sagemaker:ListProcessingJobs";
            case RECORD -> "rollcall:RecordProcessingJobs";
        };
    }
}
