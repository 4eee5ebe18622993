package dev.rollcall.console;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips tests where there is no browser, and says so where a person sees it.
final class NeedsBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browser.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        String skipped =
                "There is no browser, so %s is skipped. Recommended action: install Chromium (apt-get install chromium)."
                        .formatted(context.getDisplayName());
        System.err.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
