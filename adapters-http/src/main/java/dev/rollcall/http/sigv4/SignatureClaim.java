package dev.rollcall.http.sigv4;

import static java.util.function.Predicate.not;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.request.ReceivedRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a request says about its signature, complete and well-formed, but not yet believed.
///
/// @param signedHeaders the names as listed
public record SignatureClaim(
        String accessKeyId,
        Region region,
        RequestTime time,
        List<String> signedHeaders,
        String signature)
        implements SignatureReading {

    /// The name that clients of SageMaker sign for.
    public static final String SERVICE = "sagemaker";

    private static final int CREDENTIAL_ELEMENTS = 5;

    CredentialScope scope() {
        return new CredentialScope(time.day(), region.value(), SERVICE);
    }

    /// Reads the claim of a request; the order of the checks is AWS's.
    ///
    /// `X-Amz-Date` is when the request was signed, and `Date` only where the other is missing. If
    /// both are there and differ, `Date` counts for nothing: proxies and browsers set it as they
    /// like. Whichever counts is part of the string to sign, so it can't be changed on the way.
    ///
    /// @param now what the signer's clock may differ from
    /// @param skew by how much, in either direction
    static SignatureReading read(ReceivedRequest request, RequestTime now, Duration skew) {
        Optional<String> header = request.header("authorization").filter(not(String::isBlank));
        if (header.isEmpty()) {
            return SignatureRefusal.missingToken();
        }
        if (CanonicalUri.hasParameter(request.query(), "X-Amz-Algorithm")) {
            return SignatureRefusal.headerAndQuery();
        }
        Optional<String> date = request.header("x-amz-date").or(() -> request.header("date"));
        return switch (AuthorizationHeader.parse(request.headerLines("authorization"))) {
            case AuthorizationHeader.Incomplete(var missing) ->
                    SignatureRefusal.incomplete(missing, date.isPresent(), header.get());
            case AuthorizationHeader.Complete _ when date.isEmpty() ->
                    SignatureRefusal.incomplete(List.of(), false, header.get());
            case AuthorizationHeader.Complete complete ->
                    RequestTime.parse(date.get())
                            .map(time -> read(request, complete, time, now, skew))
                            .orElseGet(() -> SignatureRefusal.dateFormat(date.get()));
        };
    }

    private static SignatureReading read(
            ReceivedRequest request,
            AuthorizationHeader.Complete header,
            RequestTime time,
            RequestTime now,
            Duration skew) {
        if (time.isBefore(now.minus(skew))) {
            return SignatureRefusal.expired(time, now, skew);
        }
        if (now.plus(skew).isBefore(time)) {
            return SignatureRefusal.notYetCurrent(time, now, skew);
        }
        List<String> signedHeaders = List.of(header.signedHeaders().split(";", -1));
        Optional<String> unsigned = firstUnsigned(request.headerNames(), signedHeaders);
        if (unsigned.isPresent()) {
            return SignatureRefusal.unsigned(unsigned.get());
        }
        if (!isCanonical(signedHeaders) || !request.headerNames().containsAll(signedHeaders)) {
            return SignatureRefusal.wrongSignature();
        }
        if (!header.algorithm().equals(StringToSign.ALGORITHM)) {
            return SignatureRefusal.algorithm(header.algorithm());
        }
        List<String> credential = List.of(header.credential().split("/", -1));
        if (credential.size() != CREDENTIAL_ELEMENTS) {
            return SignatureRefusal.credentialForm(header.credential());
        }
        List<String> faults = scopeFaults(credential, time);
        if (!faults.isEmpty()) {
            return SignatureRefusal.scope(faults);
        }
        return new SignatureClaim(
                credential.getFirst(),
                new Region(credential.get(2)),
                time,
                signedHeaders,
                header.signature());
    }

    /// The host must be signed, or the request could be sent to another server; and all that AWS
    /// gives a meaning, above all the operation.
    private static Optional<String> firstUnsigned(Set<String> present, List<String> signed) {
        var signedNames = new HashSet<>(signed);
        return Stream.concat(
                        Stream.of("host"),
                        present.stream().filter(name -> name.startsWith("x-amz-")))
                .filter(not(signedNames::contains))
                .findFirst();
    }

    /// A list in another order or with repetitions is not the one that was signed. It ends here,
    /// since a name listed a thousand times would be hashed a thousand times.
    private static boolean isCanonical(List<String> signedHeaders) {
        return IntStream.range(1, signedHeaders.size())
                .allMatch(i -> signedHeaders.get(i - 1).compareTo(signedHeaders.get(i)) < 0);
    }

    private static List<String> scopeFaults(List<String> credential, RequestTime time) {
        String day = credential.get(1);
        String region = credential.get(2);
        String service = credential.get(3);
        String terminator = credential.get(4);
        var faults = new ArrayList<String>();
        if (Region.parse(region).isEmpty()) {
            faults.add(SignatureRefusal.scopeRegion(region));
        }
        if (!service.equals(SERVICE)) {
            faults.add(SignatureRefusal.scopeService(SERVICE));
        }
        if (!terminator.equals(CredentialScope.TERMINATOR)) {
            faults.add(SignatureRefusal.scopeTerminator(terminator));
        }
        if (!day.equals(time.day())) {
            faults.add(SignatureRefusal.scopeDay(day, time));
        }
        return faults;
    }

    /// Not the signature, which belongs into no log.
    @Override
    public String toString() {
        return accessKeyId + "/" + scope();
    }
}
