package dev.rollcall.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the version that the build wrote into the jar, and that of Java.
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "Rollcall " + (version == null ? "(not packaged)" : version),
            "Java " + Runtime.version()
        };
    }
}
