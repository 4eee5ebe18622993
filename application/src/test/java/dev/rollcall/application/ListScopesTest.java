package dev.rollcall.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class ListScopesTest {

    @Test
    void scopes_are_listed_by_account_and_then_by_region() {
        var first = Scope.of("000000000001", "us-east-1");
        var second = Scope.of("123456789012", "eu-west-1");
        var third = Scope.of("123456789012", "us-east-1");

        assertThat(new ListScopes(() -> Set.of(third, first, second)).list())
                .isEqualTo(List.of(first, second, third));
    }
}
