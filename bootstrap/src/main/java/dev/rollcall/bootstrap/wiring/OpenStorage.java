package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ProcessingJobStore;

/// An open store, and where the keys of its page tokens are.
record OpenStorage(ProcessingJobStore store, TokenKeyPlace tokenKeys) {}
