package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.util.function.Supplier;

/// An open store, and where the keys of its page tokens come from.
///
/// @param tokenKeys asked only by whatever lists
record OpenStorage(ProcessingJobStore store, Supplier<TokenKeyRing> tokenKeys) {}
