/// The rules of `ListProcessingJobs` and of its page tokens.
///
/// It depends on the JDK alone. Everything here is a value or a pure function: the time, the keys
/// and the jobs are arguments.
module dev.rollcall.domain {
    requires static org.jspecify;

    exports dev.rollcall.domain.jobs;
    exports dev.rollcall.domain.listings;
    exports dev.rollcall.domain.tokens;
    exports dev.rollcall.domain.validation;
}
