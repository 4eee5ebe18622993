package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;

import org.junit.jupiter.api.Test;

/// The options of a server for tests that contradict each other, or say nothing that is known.
class SimulationCommandLineTest {

    @Test
    void anybody_is_let_in_only_where_jobs_need_no_protection() {
        assertRefused(
                "--auth any is for tests: it would show these jobs to anybody.",
                "serve",
                "--auth",
                "any");
        assertRefused(
                "--access-keys, --rate-limit and --rate-burst need --auth sigv4.",
                "serve",
                "--simulate",
                "--auth",
                "any",
                "--rate-limit",
                "3");
    }

    @Test
    void a_storage_in_memory_is_for_serving_alone() {
        assertRefused(
                "--storage memory is lost when the process ends.", "list", "--storage", "memory");
        assertRefused(
                "--data, --url, --user, --password-file and --token-keys do not apply to --storage"
                        + " memory.",
                "serve",
                "--storage",
                "memory",
                "--data",
                "somewhere");
    }

    @Test
    void an_outcome_has_a_form_and_a_simulation() {
        assertRefused(
                "'Done' is no outcome of a job.",
                "serve",
                "--storage",
                "memory",
                "--simulate",
                "--outcome",
                "Done");
        assertRefused(
                "--outcome needs --simulate.",
                "serve",
                "--storage",
                "memory",
                "--outcome",
                "Completed after 1s");
    }

    @Test
    void faults_are_known_ones_and_parts_of_all_answers() {
        for (String fault :
                new String[] {"throttle", "throttle=2", "throttle=x", "fire=0.1", "=1"}) {
            assertRefused(
                    "--fault %s can't be followed.".formatted(fault),
                    "serve",
                    "--storage",
                    "memory",
                    "--fault",
                    fault);
        }
        assertRefused(
                "--fault throttle=0.6,internal=0.6 can't be followed.",
                "serve",
                "--storage",
                "memory",
                "--fault",
                "throttle=0.6,internal=0.6");
    }
}
