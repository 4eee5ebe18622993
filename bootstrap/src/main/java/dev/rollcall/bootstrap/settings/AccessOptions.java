package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.Choice;
import dev.rollcall.cli.options.SecretOptions;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Rate;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The options that decide who may send requests.
public final class AccessOptions {

    /// Whether requests must be signed. The names are what the user types.
    enum Mode {
        none,
        sigv4,
        any
    }

    static final class Modes extends Choice<Mode> {
        Modes() {
            super(Mode.values(), Mode::name);
        }
    }

    @Option(
            names = "--auth",
            paramLabel = "MODE",
            converter = Modes.class,
            completionCandidates = Modes.class,
            description = {
                "none: everybody, on a loopback address only.",
                "sigv4: clients that sign with a key of --access-keys.",
                "any: everybody, on any address; for tests, with --simulate or --storage memory."
                        + " Default: ${DEFAULT-VALUE}."
            })
    private Mode auth = Mode.none;

    @Option(
            names = "--access-keys",
            paramLabel = "FILE",
            description =
                    "sigv4: keys in the form of the AWS shared-credentials file. Each [name] has"
                        + " aws_access_key_id, aws_secret_access_key and account, and may have"
                        + " regions (default all), allow (list, the default, record, and simulate),"
                        + " and aws_session_token with expires. Read again when it changes.")
    private @Nullable Path accessKeys;

    @Option(
            names = "--max-clock-skew",
            paramLabel = "MINUTES",
            description = "sigv4: how far a client's clock may differ. Default: ${DEFAULT-VALUE}.")
    private int maxClockSkew = (int) Access.Signed.DEFAULT_SKEW.toMinutes();

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "sigv4: requests a second for each key. Default: no limit.")
    private @Nullable Integer rateLimit;

    @Option(
            names = "--rate-burst",
            paramLabel = "N",
            description = "sigv4: requests at once after a pause. Default: as --rate-limit.")
    private @Nullable Integer rateBurst;

    /// The keys that requests must be signed with; empty if they need no signature.
    ///
    /// @param secrets how open the file of keys may be
    public Optional<KeyFile<AccessKey>> keys(SecretOptions secrets) {
        return switch (auth) {
            case none, any -> {
                if (accessKeys != null || rateLimit != null || rateBurst != null) {
                    throw new UserError(
                            "--access-keys, --rate-limit and --rate-burst need --auth sigv4.",
                            "add --auth sigv4, or remove them.");
                }
                yield Optional.empty();
            }
            case sigv4 -> {
                if (accessKeys == null) {
                    throw new UserError(
                            "--auth sigv4 needs keys.", "serve with --access-keys FILE.");
                }
                yield Optional.of(KeyFile.ofAccessKeys(secrets.file(accessKeys)));
            }
        };
    }

    /// Whether requests need neither a signature nor a name of this machine.
    public boolean letsAnybodyIn() {
        return auth == Mode.any;
    }

    /// Who may send requests, and whose jobs they see.
    ///
    /// @param scope whose jobs are listed if requests need no signature
    /// @param hosts the names that such requests may use besides that of the loopback
    public Access access(Optional<KeyFile<AccessKey>> keys, Scope scope, Set<String> hosts) {
        if (letsAnybodyIn()) {
            return new Access.Anybody(scope.account(), scope.region());
        }
        if (keys.isEmpty()) {
            return new Access.Open(scope.account(), scope.region(), hosts);
        }
        if (!hosts.isEmpty()) {
            throw new UserError(
                    "--allow-host is for a server without --auth sigv4.",
                    "remove it: a signature says for which Host a request is.");
        }
        return new Access.Signed(keys.get()::find, skew(), rate());
    }

    private Duration skew() {
        if (maxClockSkew < 1) {
            throw new UserError(
                    "A clock skew of %d minutes lets nobody in.".formatted(maxClockSkew),
                    "allow one minute or more.");
        }
        return Duration.ofMinutes(maxClockSkew);
    }

    private Optional<Rate> rate() {
        if (rateLimit == null) {
            if (rateBurst != null) {
                throw new UserError("--rate-burst needs --rate-limit.", "give both, or neither.");
            }
            return Optional.empty();
        }
        int burst = rateBurst == null ? rateLimit : rateBurst;
        if (rateLimit < 1 || burst < 1) {
            throw new UserError("A rate limit of 0 lets nobody in.", "allow 1 or more a second.");
        }
        return Optional.of(new Rate(rateLimit, burst));
    }
}
