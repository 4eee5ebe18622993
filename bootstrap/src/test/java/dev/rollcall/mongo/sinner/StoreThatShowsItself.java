package dev.rollcall.mongo.sinner;

/// A deliberate sinner: a store has one door, and this is not it.
public final class StoreThatShowsItself {}
