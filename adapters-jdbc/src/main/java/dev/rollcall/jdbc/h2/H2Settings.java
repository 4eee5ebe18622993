package dev.rollcall.jdbc.h2;

import java.util.Map;
import java.util.stream.Collectors;

/// The settings that an H2 database is opened with.
final class H2Settings {

    /// How much of the heap may hold pages of the file, in bytes. H2's own default is a quarter of
    /// this, and a scan reads pages that are not in memory at a tenth of the speed.
    private static final long CACHE = Runtime.getRuntime().maxMemory() / 4;

    /// How many rows may be in memory to be sorted, as they are when an index is built.
    private static final long SORTED = Runtime.getRuntime().maxMemory() / 2048;

    private static final Map<String, String> SETTINGS =
            Map.of(
                    // Each commit is written before it returns, and nothing in between: ADR 0006.
                    "WRITE_DELAY", "0",
                    // The store closes the database, not the first thread of the JVM's shutdown.
                    "DB_CLOSE_ON_EXIT", "FALSE",
                    // Rows are computed when they are read, so a scan can stop anywhere.
                    "LAZY_QUERY_EXECUTION", "TRUE",
                    "QUERY_CACHE_SIZE", "64",
                    "CACHE_SIZE", Long.toString(CACHE >> 10),
                    "MAX_MEMORY_ROWS", Long.toString(SORTED),
                    // Failures are thrown and reported; no trace file beside the database.
                    "TRACE_LEVEL_FILE", "0");

    private H2Settings() {}

    /// The URL of a database with its settings.
    static String with(String url) {
        return SETTINGS.entrySet().stream()
                .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("", url, ""));
    }
}
