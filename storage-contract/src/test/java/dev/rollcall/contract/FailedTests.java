package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

import java.util.List;

/// Runs a contract, to see it fail.
final class FailedTests {

    private FailedTests() {}

    /// The names of the tests that fail.
    static List<String> of(DiscoverySelector tests) {
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request().selectors(tests).build(),
                        summary);
        assertThat(summary.getSummary().getTestsStartedCount()).isPositive();
        return summary.getSummary().getFailures().stream()
                .map(Failure::getTestIdentifier)
                .map(test -> test.getDisplayName().replaceFirst("\\(.*", ""))
                .toList();
    }
}
