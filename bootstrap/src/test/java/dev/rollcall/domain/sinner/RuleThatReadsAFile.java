package dev.rollcall.domain.sinner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A deliberate sinner: what a rule needs comes in as an argument.
public final class RuleThatReadsAFile {

    byte[] secret(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
