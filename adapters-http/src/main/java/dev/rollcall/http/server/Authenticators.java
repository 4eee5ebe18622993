package dev.rollcall.http.server;

import dev.rollcall.application.NanoClock;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.Throttle;
import dev.rollcall.http.sigv4.OpenAccess;
import dev.rollcall.http.sigv4.SignedAccess;

import java.time.InstantSource;

/// What decides whose jobs a request is about.
final class Authenticators {

    private Authenticators() {}

    static Authenticator of(Access access, InstantSource clock) {
        return switch (access) {
            case Access.Open(var account, var region, _) -> new OpenAccess(account, region);
            case Access.Anybody(var account, var region) -> new OpenAccess(account, region);
            case Access.Signed(var keys, var skew, var rate) -> {
                var signed = new SignedAccess(keys, skew, clock);
                yield rate.<Authenticator>map(r -> new Throttle(signed, r, NanoClock.SYSTEM))
                        .orElse(signed);
            }
        };
    }
}
