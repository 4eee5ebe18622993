package dev.rollcall.http.awsjson;

import static dev.rollcall.http.support.TestKeys.EVE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.Permission;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class AwsErrorTest {

    @Test
    void access_is_denied_in_the_name_of_the_keys_user() {
        var client = new Granted(Scope.of("111111111111", "cn-north-1"), Optional.of(EVE));

        assertThat(AwsError.accessDenied(client, new Echo(), Optional.empty()).message())
                .isEqualTo(
                        "User: arn:aws-cn:iam::111111111111:user/eve is not authorized to perform:"
                                + " sagemaker:Echo because no identity-based policy allows the"
                                + " sagemaker:Echo action");
    }

    @Test
    void what_is_denied_is_named_by_its_arn() {
        var client = new Granted(Scope.of("111111111111", "us-east-1"), Optional.of(EVE));

        assertThat(AwsError.accessDenied(client, new Echo(), Optional.of("arn:x")).message())
                .isEqualTo(
                        "User: arn:aws:iam::111111111111:user/eve is not authorized to perform:"
                                + " sagemaker:Echo on resource: arn:x because no identity-based"
                                + " policy allows the sagemaker:Echo action");
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
        public int maxBodyBytes() {
            return 1000;
        }

        @Override
        public Call read(byte[] body) {
            return (scope, client, requestId) -> AwsResponse.ok(json -> json.writeString("echo"));
        }
    }
}
