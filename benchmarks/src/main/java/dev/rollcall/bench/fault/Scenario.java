package dev.rollcall.bench.fault;

import java.nio.file.Path;

/// Something that is done to a server under load.
interface Scenario {

    /// As the command line calls it.
    String name();

    /// What is done, in words.
    String fault();

    /// Does it, and says what came out.
    ///
    /// @param directory an empty one
    Outcome run(Path directory, Pace pace) throws Exception;
}
