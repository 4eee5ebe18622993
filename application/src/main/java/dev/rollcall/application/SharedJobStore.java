package dev.rollcall.application;

/// What the storage adapter of a database offers that replicas share.
public interface SharedJobStore extends ProcessingJobStore, KeepTokenKeys {}
