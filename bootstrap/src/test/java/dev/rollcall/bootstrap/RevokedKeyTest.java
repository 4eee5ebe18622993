package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.settings.KeyFile;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/// A key that is revoked on a running server is refused, whatever went wrong with its file before.
class RevokedKeyTest {

    @TempDir private Path dir;

    @Test
    void a_watch_goes_on_after_every_mistake() throws Exception {
        Path file = WrittenSecret.of(dir.resolve("access-keys"), keys("ADA", "BOB"));
        var keys = KeyFile.ofAccessKeys(new SecretFile(file));
        var access = new Access.Signed(keys::find, Access.Signed.DEFAULT_SKEW, Optional.empty());
        try (var service =
                Service.over(
                        new WiredStorages(),
                        new StorageSettings.InMemory(),
                        HttpSettings.of("127.0.0.1", 0, access))) {
            service.watch(keys);
            service.start();

            WrittenSecret.of(file, keys("ADA", "BOB", "EVE-1"));
            Thread.sleep(Duration.ofSeconds(3));
            assertThat(keys.find("AKIDBOB")).isPresent();

            WrittenSecret.of(file, keys("ADA"));
            awaitGone(keys, "AKIDBOB");
            assertThat(keys.find("AKIDADA")).isPresent();

            WrittenSecret.of(file, keys("BOB"), "rw-r--r--");
            Thread.sleep(Duration.ofSeconds(3));
            assertThat(keys.find("AKIDADA")).isPresent();

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            awaitGone(keys, "AKIDADA");

            Files.delete(file);
            awaitGone(keys, "AKIDBOB");
        }
    }

    private static String keys(String... names) {
        var text = new StringBuilder();
        for (String name : names) {
            text.append(
                    """
                    [%1$s]
                    aws_access_key_id = AKID%1$s
                    aws_secret_access_key = secret
                    account = 111111111111
                    """
                            .formatted(name));
        }
        return text.toString();
    }

    private static void awaitGone(KeyFile<AccessKey> keys, String id) throws InterruptedException {
        for (int i = 0; i < 300 && keys.find(id).isPresent(); i++) {
            Thread.sleep(100);
        }
        assertThat(keys.find(id)).isEmpty();
    }
}
