package dev.rollcall.http;

/// What became of reading a request's signature: a claim that can be checked, or a refusal.
sealed interface SignatureReading permits SignatureClaim, Authentication.Refused {}
