package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.rollcall.domain.Checked;
import dev.rollcall.domain.Listing;
import dev.rollcall.domain.ListingRequest;
import dev.rollcall.domain.Scope;

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
            assertThat(refused.told().orElse("a")).isNotEmpty();
            return;
        }
        switch (request.check(SCOPE)) {
            case Checked.Valid<Listing>(var listing) ->
                    assertThat(listing.query().scope()).isEqualTo(SCOPE);
            case Checked.Invalid<Listing>(var violations) ->
                    assertThat(ConstraintWords.sentence(violations)).contains("detected: ");
        }
    }
}
