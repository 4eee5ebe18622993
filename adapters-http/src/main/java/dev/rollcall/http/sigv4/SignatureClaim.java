package dev.rollcall.http.sigv4;

import static java.util.function.Predicate.not;

import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.request.RequestHead;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a request says about its signature: complete and well-formed, but not yet verified.
///
/// @param signedHeaders the names of the headers that the signature covers, as listed
record SignatureClaim(
        String accessKeyId,
        Region region,
        RequestTime time,
        List<String> signedHeaders,
        String signature)
        implements SignatureReading {

    /// The name of the service that clients of SageMaker sign for.
    static final String SERVICE = "sagemaker";

    CredentialScope scope() {
        return new CredentialScope(time.day(), region.value(), SERVICE);
    }

    /// Reads the claim of a request; the order of the checks is AWS's.
    ///
    /// `X-Amz-Date` is when the request was signed; `Date` counts only if the other is missing,
    /// because proxies and browsers set it too. The one that counts is part of the string to sign,
    /// so nobody can change it afterwards.
    ///
    /// @param now the server's time
    /// @param skew how far the client's clock may differ, in either direction
    static SignatureReading read(RequestHead request, RequestTime now, Duration skew) {
        Optional<String> header = request.header("authorization").filter(not(String::isBlank));
        if (header.isEmpty()) {
            return SignatureRefusal.missingToken();
        }
        if (CanonicalUri.hasParameter(request.query(), "X-Amz-Algorithm")) {
            return SignatureRefusal.headerAndQuery();
        }
        Optional<String> date = request.header("x-amz-date").or(() -> request.header("date"));
        return switch (AuthorizationHeader.parse(request.headerLines("authorization"))) {
            case AuthorizationHeader.Incomplete(var missing, _) ->
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
            RequestHead request,
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
        if (!isCanonical(signedHeaders)) {
            return SignatureRefusal.wrongSignature();
        }
        if (!header.algorithm().equals(StringToSign.ALGORITHM)) {
            return SignatureRefusal.algorithm(header.algorithm());
        }
        return Credential.parse(header.credential())
                .map(credential -> read(credential, time, signedHeaders, header.signature()))
                .orElseGet(() -> SignatureRefusal.credentialForm(header.credential()));
    }

    private static SignatureReading read(
            Credential credential, RequestTime time, List<String> signedHeaders, String signature) {
        List<String> faults = scopeFaults(credential, time);
        return faults.isEmpty()
                ? new SignatureClaim(
                        credential.accessKeyId(),
                        new Region(credential.region()),
                        time,
                        signedHeaders,
                        signature)
                : SignatureRefusal.scope(faults);
    }

    /// The host must be signed, or the request could be sent to another server; and so must all
    /// headers that have a meaning on AWS, above all the operation.
    private static Optional<String> firstUnsigned(Set<String> present, List<String> signed) {
        var signedNames = new HashSet<>(signed);
        return Stream.concat(
                        Stream.of("host"),
                        present.stream().filter(name -> name.startsWith("x-amz-")))
                .filter(not(signedNames::contains))
                .findFirst();
    }

    /// A list in another order or with repetitions is not the one that was signed. It is refused
    /// before hashing, because a name listed a thousand times would be hashed a thousand times.
    private static boolean isCanonical(List<String> signedHeaders) {
        return IntStream.range(1, signedHeaders.size())
                .allMatch(i -> signedHeaders.get(i - 1).compareTo(signedHeaders.get(i)) < 0);
    }

    private static List<String> scopeFaults(Credential credential, RequestTime time) {
        var faults = new ArrayList<String>();
        if (credential.wellFormedRegion().isEmpty()) {
            faults.add(SignatureRefusal.scopeRegion(credential.region()));
        }
        if (!credential.service().equals(SERVICE)) {
            faults.add(SignatureRefusal.scopeService(SERVICE));
        }
        if (!credential.hasTerminator()) {
            faults.add(SignatureRefusal.scopeTerminator(credential.terminator()));
        }
        if (!credential.day().equals(time.day())) {
            faults.add(SignatureRefusal.scopeDay(credential.day(), time));
        }
        return faults;
    }

    /// Not the signature, because it must not get into a log.
    @Override
    public String toString() {
        return accessKeyId + "/" + scope();
    }
}
