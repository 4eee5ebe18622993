package dev.rollcall.plan.sinner;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A deliberate sinner: the plan is a pure function, and needs no library.
public final class PlanWithALogger {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWithALogger.class);

    void plan() {
        LOG.info("planned");
    }
}
