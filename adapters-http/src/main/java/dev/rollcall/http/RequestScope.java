package dev.rollcall.http;

import dev.rollcall.domain.AccountId;
import dev.rollcall.domain.Region;
import dev.rollcall.domain.Scope;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Decides whose jobs a request is about. The account is the server's; the region is the one the
/// client signed for, which nothing verifies, or the server's if it names none.
record RequestScope(AccountId account, Region region) {

    /// `Credential=KEY/DATE/REGION/SERVICE/aws4_request`, as AWS Signature Version 4 has it.
    private static final Pattern CREDENTIAL =
            Pattern.compile(
                    "\\bCredential=[^,\\s/]{1,128}/[0-9]{8}/([^,\\s/]+)/[^,\\s/]+/aws4_request\\b");

    Scope of(HttpFields headers) {
        return new Scope(account, signedRegion(headers).orElse(region));
    }

    private static Optional<Region> signedRegion(HttpFields headers) {
        return Optional.ofNullable(headers.get(HttpHeader.AUTHORIZATION)).stream()
                .flatMap(header -> CREDENTIAL.matcher(header).results())
                .map((MatchResult credential) -> credential.group(1))
                .filter(code -> Region.PATTERN.matcher(code).matches())
                .map(Region::new)
                .findFirst();
    }
}
