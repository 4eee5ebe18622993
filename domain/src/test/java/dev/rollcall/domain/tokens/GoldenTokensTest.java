package dev.rollcall.domain.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Listings;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.validation.Members;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.Instant;
import java.util.HexFormat;

/// The token format does not change within a version: a client may hold a token during an upgrade.
/// The golden tokens were computed by another implementation, in another language, from the
/// documentation.
@ParameterizedClass
@CsvFileSource(
        resources = "/golden-tokens-v1.txt",
        delimiter = '|',
        useHeadersInDisplayName = true,
        maxCharsPerColumn = 1000)
record GoldenTokensTest(
        String secret,
        String account,
        String region,
        String request,
        Instant issued,
        String name,
        @Nullable String value,
        String token) {

    @Test
    void a_golden_token_opens_at_its_position() {
        assertThat(tokens().open(token, query(), issued))
                .isEqualTo(new PageTokens.OpenResult.Opened(position()));
    }

    @Test
    void a_golden_token_is_what_sealing_its_position_gives() {
        assertThat(tokens().seal(query(), position(), issued)).isEqualTo(token);
    }

    private PageTokens tokens() {
        return Tokens.tokens(TokenKey.of(HexFormat.of().parseHex(secret)));
    }

    private ListingQuery query() {
        var checked =
                Listings.request(Members.of(request.split(" ", -1)))
                        .check(Scope.of(account, region));
        return Members.valid(checked).query();
    }

    private Position position() {
        var jobName = new ProcessingJobName(name);
        if (value == null) {
            return new Position.ByName(jobName);
        }
        return ProcessingJobStatus.ofWireName(value)
                .<Position>map(status -> new Position.ByStatus(status, jobName))
                .orElseGet(() -> new Position.ByCreationTime(Instant.parse(value), jobName));
    }
}
