package dev.rollcall.http.sinner;

import dev.rollcall.plan.JobIndex;

/// A deliberate sinner: which index a listing takes is a matter of the stores.
public final class ServerThatPlansScans {

    JobIndex index() {
        return JobIndex.BY_NAME;
    }
}
