package dev.rollcall.http;

import dev.rollcall.domain.AccountId;
import dev.rollcall.domain.Region;
import dev.rollcall.domain.Scope;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Lets everybody in. The account is the server's; the region is the one the client says it signed
/// for, which nothing verifies, or the server's if it names none.
record AnyClient(AccountId account, Region region) implements Authenticate {

    /// `Credential=KEY/DATE/REGION/SERVICE/aws4_request`, as AWS Signature Version 4 has it.
    private static final Pattern CREDENTIAL =
            Pattern.compile(
                    "\\bCredential=[^,\\s/]{1,128}/[0-9]{8}/([^,\\s/]+)/[^,\\s/]+/aws4_request\\b");

    @Override
    public Authentication authenticate(ReceivedRequest request) {
        var scope = new Scope(account, signedRegion(request).orElse(region));
        return new Authentication.Authenticated(scope, Optional.empty());
    }

    private static Optional<Region> signedRegion(ReceivedRequest request) {
        return request.headerLines("authorization").stream()
                .limit(1)
                .flatMap(header -> CREDENTIAL.matcher(header).results())
                .map((MatchResult credential) -> credential.group(1))
                .filter(code -> Region.PATTERN.matcher(code).matches())
                .map(Region::new)
                .findFirst();
    }
}
