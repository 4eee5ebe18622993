package dev.rollcall.http.sigv4;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.request.ReceivedRequest;

import java.util.Optional;

/// Accepts every request. The account is the server's; the region is the one that the client says
/// it signed for, which is not verified, or the server's if the client names none.
public record OpenAccess(AccountId account, Region region) implements Authenticator {

    @Override
    public AuthenticationResult authenticate(ReceivedRequest request) {
        var header = AuthorizationHeader.parse(request.headerLines("authorization"));
        Region claimed =
                Credential.parse(header.credential())
                        .filter(Credential::hasTerminator)
                        .flatMap(Credential::wellFormedRegion)
                        .orElse(region);
        return new AuthenticationResult.Granted(new Scope(account, claimed), Optional.empty());
    }
}
