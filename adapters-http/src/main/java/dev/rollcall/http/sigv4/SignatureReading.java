package dev.rollcall.http.sigv4;

/// The outcome of reading a request's signature: a claim that can be checked, or a refusal.
sealed interface SignatureReading permits SignatureClaim, SignatureRefusal {}
