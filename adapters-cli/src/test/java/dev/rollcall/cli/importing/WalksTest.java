package dev.rollcall.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class WalksTest {

    private static final Optional<Scope> HERE = Optional.of(Scope.of("111111111111", "us-east-1"));
    private static final Optional<Scope> THERE = Optional.of(Scope.of("111111111111", "eu-west-1"));
    private static final Optional<Scope> NO_JOBS = Optional.empty();

    private final Walks walks = new Walks();

    @Test
    void pages_make_a_whole_walk_in_any_order() {
        walks.page(HERE, true);
        walks.page(HERE, false);
        walks.page(HERE, true);

        assertThat(walks.open()).isEmpty();
    }

    @Test
    void the_end_of_one_walk_is_not_that_of_another() {
        walks.page(HERE, true);
        walks.page(THERE, false);

        assertThat(walks.open()).contains("the listing of account 111111111111 in us-east-1");
    }

    @Test
    void a_last_page_without_jobs_ends_one_walk() {
        walks.page(HERE, true);
        walks.page(NO_JOBS, false);
        assertThat(walks.open()).isEmpty();

        walks.page(THERE, true);
        assertThat(walks.open()).isPresent();
    }

    @Test
    void pages_without_jobs_alone_go_on_until_one_has_no_token() {
        assertThat(walks.open()).isEmpty();

        walks.page(NO_JOBS, true);
        assertThat(walks.open()).contains("the listing");

        walks.page(HERE, false);
        assertThat(walks.open()).isEmpty();
    }
}
