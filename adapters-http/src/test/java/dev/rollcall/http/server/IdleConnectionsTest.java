package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;

import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

class IdleConnectionsTest {

    private static final int CONNECTIONS = 10_000;

    /// The first run measured 3.6 KB.
    private static final long BYTES_EACH = 20 * 1024;

    @Test
    void ten_thousand_idle_connections_cost_little_and_delay_no_other_client() throws Exception {
        assumeFileDescriptors(CONNECTIONS + 1_000);
        var limits =
                new HttpSettings.Limits(
                        TestServer.LIMITS.headBytes(),
                        TestServer.LIMITS.bodyBytes(),
                        TestServer.LIMITS.bodyMemoryBytes(),
                        CONNECTIONS + 100,
                        Duration.ofMinutes(10),
                        TestServer.LIMITS.keepAlive(),
                        TestServer.LIMITS.drain(),
                        TestServer.LIMITS.stopTimeout());
        try (var server = TestServer.over(TestServer.inMemory(TestJobs.running(1)), limits)) {
            assertAnswered(server);
            long before = usedBytes();
            Process idle = idleClients(server.port());
            try (var output = idle.inputReader()) {
                assertThat(output.readLine()).isEqualTo("open");

                // It is accepted after the others, so they are all there.
                assertAnswered(server);
                long each = (usedBytes() - before) / CONNECTIONS;
                System.out.println("An idle connection costs " + each + " bytes");
                assertThat(each).isLessThan(BYTES_EACH);
                assertThat(idle.isAlive()).isTrue();
            } finally {
                idle.destroy();
            }
        }
    }

    private static void assumeFileDescriptors(long needed) {
        long limit =
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                        .getMaxFileDescriptorCount();
        if (limit < needed) {
            System.out.printf(
                    "Skipped: %d idle connections need %d file descriptors, and there are %d."
                            + " Recommended action: raise `ulimit -n`.%n",
                    CONNECTIONS, needed, limit);
        }
        assumeTrue(limit >= needed, "too few file descriptors");
    }

    private static Process idleClients(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target", "test-classes").toString(),
                        IdleClients.class.getName(),
                        Integer.toString(port),
                        Integer.toString(CONNECTIONS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void assertAnswered(TestServer server) throws IOException {
        assertThat(server.list("{}").status()).isEqualTo(200);
    }

    /// On the heap after a collection, and in buffers beside it.
    private static long usedBytes() {
        System.gc();
        long beside =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + beside;
    }
}
