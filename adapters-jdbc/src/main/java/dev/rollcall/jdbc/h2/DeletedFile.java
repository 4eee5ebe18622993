package dev.rollcall.jdbc.h2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A file that was deleted while another process has it open. The lock of that process went with
/// the file, so a new one of the same name would not be refused.
final class DeletedFile {

    private static final Logger LOG = LoggerFactory.getLogger(DeletedFile.class);

    /// Where Linux shows what each process has open. Other systems have nothing there.
    private static final Path PROCESSES = Path.of("/proc");

    /// What Linux appends to the name of a file that was deleted.
    private static final String DELETED = " (deleted)";

    private DeletedFile() {}

    /// The process that has open what had this name. Those of other programs are not looked into,
    /// nor those that this user may not see.
    static Optional<Path> holder(Path file) throws IOException {
        if (!Files.isReadable(PROCESSES.resolve("self/comm"))) {
            return Optional.empty();
        }
        Path deleted = Path.of(real(file) + DELETED);
        String program = program(PROCESSES.resolve("self"));
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(it -> String.valueOf(it.getFileName()).matches("\\d+"))
                    .filter(it -> program(it).equals(program))
                    .filter(it -> hasOpen(it, deleted))
                    .findFirst();
        }
    }

    private static String program(Path process) {
        try {
            return Files.readString(process.resolve("comm"));
        } catch (IOException e) {
            LOG.trace("{} has ended", process, e);
            return "";
        }
    }

    /// Without links, as far as the path is there.
    private static Path real(Path file) throws IOException {
        Path there = file.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            there = there.resolveSibling("..").normalize();
        }
        return there.toRealPath().resolve(there.relativize(file.toAbsolutePath().normalize()));
    }

    private static boolean hasOpen(Path process, Path file) {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return open.anyMatch(it -> isLinkTo(it, file));
        } catch (IOException e) {
            LOG.trace("{} cannot be seen, or has ended", process, e);
            return false;
        }
    }

    private static boolean isLinkTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException e) {
            LOG.trace("{} was closed", link, e);
            return false;
        }
    }
}
