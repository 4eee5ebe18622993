package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.support.TestJobs;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class ListingRequestReaderFuzzTest {

    private static final Scope SCOPE = Scope.of(TestJobs.ACCOUNT, TestJobs.REGION);

    private static final List<String> BODIES =
            List.of(
                    "{}",
                    """
                    {"CreationTimeAfter":1623241740.13,"CreationTimeBefore":1.7E9,\
                    "LastModifiedTimeAfter":-5,"LastModifiedTimeBefore":null,"MaxResults":10,\
                    "NameContains":"a\\u00e9\\"🦖%","NextToken":"AQ","SortBy":"Name",\
                    "SortOrder":"Ascending","StatusEquals":"Failed"}\
                    """,
                    "{\"MaxResults\":1e400000000,\"Other\":{\"a\":[1,{\"b\":[true,null]}]}}");

    private static final List<String> SCRAPS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "\\u",
                    "\\ud800",
                    "null",
                    "true",
                    "-",
                    "1",
                    "e",
                    "E+",
                    ".",
                    "0",
                    "9".repeat(1001),
                    "1e-999999999999",
                    "[[[[[[[[",
                    "\"MaxResults\":",
                    "\"NextToken\":",
                    "{\"a\":",
                    "\u0000",
                    "\ufeff",
                    "🦖");

    @Test
    void any_bytes_give_a_request_or_a_serialization_exception() {
        long seed = 8192;
        var random = new Random(seed);
        int read = 0;
        for (int run = 0; run < 20_000; run++) {
            byte[] body = mutate(random, BODIES.get(random.nextInt(BODIES.size())));
            try {
                // What was read can be judged, so a later step finds nothing that it cannot hold.
                var request = ListingRequestReader.read(body);
                assertThatCode(() -> request.check(SCOPE)).doesNotThrowAnyException();
                read++;
            } catch (SerializationException refused) {
                assertThat(refused.reason()).isNotEmpty();
            } catch (RuntimeException | StackOverflowError e) {
                fail("seed %s, run %s: %s".formatted(seed, run, Arrays.toString(body)), e);
            }
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    private static byte[] mutate(Random random, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(bytes.length + 1);
            int to = random.nextInt(at, Math.min(bytes.length, at + 8) + 1);
            byte[] scrap =
                    switch (random.nextInt(4)) {
                        case 0 -> new byte[] {(byte) random.nextInt(256)};
                        case 1 -> new byte[0];
                        case 2 -> Arrays.copyOfRange(bytes, at, bytes.length);
                        default ->
                                SCRAPS.get(random.nextInt(SCRAPS.size()))
                                        .getBytes(StandardCharsets.UTF_8);
                    };
            byte[] next = Arrays.copyOf(bytes, at + scrap.length + bytes.length - to);
            System.arraycopy(scrap, 0, next, at, scrap.length);
            System.arraycopy(bytes, to, next, at + scrap.length, bytes.length - to);
            bytes = next;
        }
        return bytes;
    }
}
