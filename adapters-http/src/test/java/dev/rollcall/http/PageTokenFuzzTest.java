package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as a page token. `docs/fuzzing.md` has more.
class PageTokenFuzzTest {

    private static final ListingQuery QUERY =
            new ListingQuery(
                    Scope.of(TestJobs.ACCOUNT, TestJobs.REGION), List.of(), Ordering.DEFAULT);

    private final PageTokens tokens =
            new PageTokens(
                    new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH]))),
                    PageTokens.DEFAULT_LIFETIME);

    /// Sealing is deterministic, so a forgery is recognised: what opens must be the token that
    /// sealing gives. The good ones among the inputs were sealed at this moment.
    @FuzzTest(maxDuration = "10m")
    void a_token_opens_only_if_it_was_sealed_here(byte @Nullable [] input) {
        var token = input == null ? "" : new String(input, StandardCharsets.UTF_8);

        switch (tokens.open(token, QUERY, TestServer.NOW)) {
            case PageTokens.OpenResult.Opened(var position) ->
                    assertThat(tokens.seal(QUERY, position, TestServer.NOW)).isEqualTo(token);
            case PageTokens.OpenResult.Refused(var reason) -> assertThat(reason).isNotNull();
        }
    }
}
