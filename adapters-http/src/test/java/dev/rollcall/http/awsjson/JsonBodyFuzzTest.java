package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageRequest;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.http.support.TestJobs;

import org.jspecify.annotations.Nullable;

/// Any bytes as the body of a listing request. `docs/fuzzing.md` has more.
class JsonBodyFuzzTest {

    private static final Scope SCOPE = Scope.of(TestJobs.ACCOUNT, TestJobs.REGION);

    @FuzzTest(maxDuration = "10m")
    void a_body_is_a_request_or_a_serialization_exception(byte @Nullable [] body) {
        ListingRequest request;
        try {
            request = ListingRequestReader.read(body == null ? new byte[0] : body);
        } catch (SerializationException refused) {
            assertThat(refused.reason()).isNotEmpty();
            return;
        }
        switch (request.check(SCOPE)) {
            case Checked.Valid<PageRequest>(var listing) ->
                    assertThat(listing.query().scope()).isEqualTo(SCOPE);
            case Checked.Invalid<PageRequest>(var violations) ->
                    assertThat(AwsViolationMessages.sentence(violations)).contains("detected: ");
        }
    }
}
