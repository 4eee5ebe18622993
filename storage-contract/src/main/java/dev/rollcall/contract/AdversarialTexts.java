package dev.rollcall.contract;

import java.util.List;

/// Texts that go wrong in a store with a mistake in quoting, truncating, comparing or counting.
final class AdversarialTexts {

    /// One code point, two UTF-16 units, four bytes of UTF-8.
    private static final String BEYOND_THE_BASIC_PLANE = "\uD83D\uDE80";

    /// Texts that no name contains, but that a store finds if it takes them for patterns, or
    /// ignores case or accents.
    static final List<String> UNLIKE_ANY_NAME =
            List.of(
                    "%",
                    "_",
                    "\\",
                    ".*",
                    "$",
                    "^",
                    "'",
                    "''",
                    "\"",
                    "a%b",
                    "a_b",
                    "_ob",
                    "%-%",
                    "\\%",
                    "[a-z]",
                    "?",
                    "*",
                    ":name",
                    "?1",
                    "--%",
                    "/*",
                    ";",
                    " ",
                    "job ",
                    "\t",
                    "\u00E9",
                    "\u0131",
                    "\u0130",
                    "\uFF41",
                    "a\u0301",
                    BEYOND_THE_BASIC_PLANE,
                    "x".repeat(64),
                    "%".repeat(3_000));

    /// Messages, up to the longest that is allowed.
    static final List<String> MESSAGES =
            List.of(
                    "",
                    " ",
                    "AlgorithmError: exit code 1",
                    "it's \"quoted\" \\ 100% _certain_ ${not} #{this} :one ?",
                    "line one\nline two\r\n\ttab",
                    "trailing spaces   ",
                    "\u0130stanbul \u0131 \u00E9 e\u0301 \uFEFF \u202E",
                    "NULL",
                    "x".repeat(1024),
                    BEYOND_THE_BASIC_PLANE.repeat(1024));

    /// Names that differ only in case, hyphens or digits, and the shortest and the longest.
    static final List<String> NAMES =
            List.of(
                    "a",
                    "A",
                    "b",
                    "B",
                    "0",
                    "9",
                    "aa",
                    "aA",
                    "Aa",
                    "AA",
                    "a-b",
                    "A-b",
                    "a-B",
                    "a--b",
                    "a---b",
                    "ab",
                    "aB",
                    "a0b",
                    "a-0",
                    "a-1",
                    "a-10",
                    "a-2",
                    "job-1",
                    "job-10",
                    "job-100",
                    "job-2",
                    "JOB-2",
                    "Job-2",
                    "job-02",
                    "job--2",
                    "I",
                    "i",
                    "K",
                    "k",
                    "1",
                    "10",
                    "2",
                    "02",
                    "1-1",
                    "e2e",
                    "x".repeat(62),
                    "x".repeat(63),
                    "X".repeat(63),
                    "x" + "-".repeat(61) + "x",
                    "z",
                    "Z",
                    "z-Z",
                    "Z-z");

    private AdversarialTexts() {}
}
