package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

class AwsErrorTest {

    private static final Scope SCOPE = Scope.of("111111111111", "cn-north-1");

    @Test
    void what_a_key_is_not_allowed_is_denied_in_the_name_of_its_user() {
        var client = new Granted(SCOPE, Optional.of(keyThatAllowsNothing()));

        assertThat(client.allows(Permission.LIST)).isFalse();
        assertThat(AwsError.accessDenied(client, new Echo()).message())
                .contains(
                        "User: arn:aws-cn:iam::111111111111:user/u is not authorized to perform:"
                                + " sagemaker:Echo because no identity-based policy allows the"
                                + " sagemaker:Echo action");
    }

    @Test
    void without_signatures_everybody_may_do_everything() {
        var anybody = new Granted(SCOPE, Optional.empty());

        assertThat(Permission.values()).allMatch(anybody::allows);
    }

    private static AccessKey keyThatAllowsNothing() {
        return new AccessKey(
                "AKIDEVE",
                Secret.of("s"),
                Optional.empty(),
                new AccountId("111111111111"),
                new AccessKey.Regions.All(),
                Set.of(),
                "u");
    }

    private record Echo() implements Operation {

        @Override
        public String name() {
            return "Echo";
        }

        @Override
        public Permission permission() {
            return Permission.LIST;
        }

        @Override
        public Call read(byte[] body) {
            return (scope, requestId) -> AwsResponse.ok(json -> json.writeString("echo"));
        }
    }
}
