/// The use cases of Rollcall, and the ports through which they reach storage.
module dev.rollcall.application {
    requires static org.jspecify;
    requires transitive dev.rollcall.domain;

    exports dev.rollcall.application;
    exports dev.rollcall.application.simulate;
}
