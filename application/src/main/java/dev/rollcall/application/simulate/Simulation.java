package dev.rollcall.application.simulate;

/// Jobs whose lives are simulated, and the clock that they go by.
public record Simulation(SimulateProcessingJobs jobs, SettableClock clock) {}
