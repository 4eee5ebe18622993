package dev.rollcall.bootstrap.check;

import dev.rollcall.bootstrap.settings.AccessOptions;
import dev.rollcall.bootstrap.settings.AdminOptions;
import dev.rollcall.bootstrap.settings.IntakeOptions;
import dev.rollcall.bootstrap.settings.ListenOptions;
import dev.rollcall.bootstrap.settings.TlsOptions;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.SecretOptions;
import dev.rollcall.http.server.TlsFiles;

import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Tries what a server needs besides its storage. It has the options of `serve` for that.
final class ServerChecks {

    /// Rollcall is not older.
    private static final Instant RELEASED = Instant.parse("2026-11-24T00:00:00Z");

    /// Where systemd says whether it sets the clock, and that it has.
    private static final Path TIME_SERVICE = Path.of("/run/systemd/timesync");

    private static final String CLOCK = "clock";
    private static final String TLS = "certificate";

    @Mixin private ListenOptions listen = new ListenOptions();
    @Mixin private AccessOptions access = new AccessOptions();
    @Mixin private IntakeOptions intake = new IntakeOptions();
    @Mixin private TlsOptions tls = new TlsOptions();
    @Mixin private AdminOptions admin = new AdminOptions();

    List<Finding> run(SecretOptions secrets, Instant now) {
        List<Finding> findings = new ArrayList<>();
        findings.add(accessKeys(secrets));
        findings.add(intakeKeys(secrets));
        findings.addAll(certificate(secrets, now));
        findings.add(port("port", listen.host(), OptionalInt.of(listen.port()), "--port"));
        findings.add(port("admin port", admin.host(), admin.port(), "--admin-port"));
        findings.add(clock(now, TIME_SERVICE));
        return findings;
    }

    private Finding accessKeys(SecretOptions secrets) {
        return explaining(
                "access keys",
                () -> {
                    var keys = access.keys(secrets);
                    if (keys.isEmpty()) {
                        listen.requireLoopback();
                    }
                    return keys.map(it -> "%d in %s".formatted(it.keys().size(), it.file()))
                            .orElse("none needed: --auth none, on a loopback address");
                });
    }

    private Finding intakeKeys(SecretOptions secrets) {
        return explaining(
                "intake keys",
                () ->
                        intake.keys(secrets)
                                .map(it -> "%d in %s".formatted(it.keys().size(), it.file()))
                                .orElse("no --intake-keys"));
    }

    private static Finding explaining(String subject, Supplier<String> detail) {
        try {
            return Finding.fine(subject, detail.get());
        } catch (UserError e) {
            return Finding.wrong(subject, e);
        }
    }

    private List<Finding> certificate(SecretOptions secrets, Instant now) {
        try {
            var files = tls.files();
            return files.isEmpty()
                    ? List.of(Finding.fine(TLS, "no --tls-certificate"))
                    : certificate(files.get(), secrets, now);
        } catch (UserError e) {
            return List.of(Finding.wrong(TLS, e));
        }
    }

    private static List<Finding> certificate(TlsFiles files, SecretOptions secrets, Instant now) {
        try {
            secrets.file(files.key()).requirePrivate();
            var warnings = files.warnings(now);
            return warnings.isEmpty()
                    ? List.of(Finding.fine(TLS, files.certificate() + " and its key"))
                    : warnings.stream().map(ServerChecks::expiring).toList();
        } catch (IOException e) {
            return List.of(
                    Finding.wrong(
                            TLS,
                            "The TLS certificate can't be used: " + FailureText.of(e),
                            "give a PEM certificate and its unencrypted PKCS #8 key."));
        }
    }

    private static Finding expiring(String warning) {
        String[] parts = warning.split(" Recommended action: ", 2);
        return Finding.wrong(TLS, parts[0], parts[1]);
    }

    private static Finding port(String subject, String host, OptionalInt port, String option) {
        if (port.isEmpty()) {
            return Finding.fine(subject, "no " + option);
        }
        String where = host + ":" + port.getAsInt();
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port.getAsInt()));
            return Finding.fine(subject, where + " is free");
        } catch (IOException e) {
            return Finding.wrong(
                    subject,
                    "Rollcall can't listen on %s: %s".formatted(where, e.getMessage()),
                    ListenOptions.isOfThisMachine(host)
                            ? "stop what listens there, or choose another %s.".formatted(option)
                            : "choose an address of this machine.");
        }
    }

    /// Signatures and page tokens expire by it.
    static Finding clock(Instant now, Path timeService) {
        String action = "set the clock of this machine, and let a time service keep it.";
        if (now.isBefore(RELEASED)) {
            return Finding.wrong(CLOCK, now + " is before Rollcall was made", action);
        }
        if (!Files.isDirectory(timeService)) {
            return Finding.fine(CLOCK, now + "; whether a time service keeps it is not known");
        }
        return Files.exists(timeService.resolve("synchronized"))
                ? Finding.fine(CLOCK, now + ", kept by a time service")
                : Finding.wrong(CLOCK, now + " is not yet synchronized", action);
    }
}
