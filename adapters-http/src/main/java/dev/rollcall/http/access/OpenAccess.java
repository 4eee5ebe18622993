package dev.rollcall.http.access;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.request.ReceivedRequest;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Lets everybody in. The account is the server's; the region is the one the client says it signed
/// for, which nothing verifies, or the server's if it names none.
public record OpenAccess(AccountId account, Region region) implements Authenticator {

    /// `Credential=KEY/DATE/REGION/SERVICE/aws4_request`, as AWS Signature Version 4 has it.
    private static final Pattern CREDENTIAL =
            Pattern.compile(
                    "\\bCredential=[^,\\s/]{1,128}/[0-9]{8}/([^,\\s/]+)/[^,\\s/]+/aws4_request\\b");

    @Override
    public AuthenticationResult authenticate(ReceivedRequest request) {
        var scope = new Scope(account, signedRegion(request).orElse(region));
        return new AuthenticationResult.Granted(scope, Optional.empty());
    }

    private static Optional<Region> signedRegion(ReceivedRequest request) {
        return request.headerLines("authorization").stream()
                .limit(1)
                .flatMap(header -> CREDENTIAL.matcher(header).results())
                .map((MatchResult credential) -> credential.group(1))
                .flatMap(code -> Region.parse(code).stream())
                .findFirst();
    }
}
