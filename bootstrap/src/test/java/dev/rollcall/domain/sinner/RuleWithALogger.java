package dev.rollcall.domain.sinner;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A deliberate sinner: the domain depends on the JDK alone.
public final class RuleWithALogger {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWithALogger.class);

    void apply() {
        LOG.info("applied");
    }
}
