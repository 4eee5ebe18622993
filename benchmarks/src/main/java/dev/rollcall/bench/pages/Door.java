package dev.rollcall.bench.pages;

/// The servers of a [PageServer], in the order in which it names their ports.
enum Door {
    /// Answers what it was given before.
    CANNED,
    /// Asks for no signature.
    OPEN,
    /// Asks for none either, and lists jobs that have details stored.
    DESCRIBED,
    /// Asks for signatures.
    SIGNED
}
