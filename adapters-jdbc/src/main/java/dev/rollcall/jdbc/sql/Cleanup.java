package dev.rollcall.jdbc.sql;

/// What is done after some work, however that ends. If both fail, the failure of the work is thrown
/// and carries the other one as suppressed.
@FunctionalInterface
public interface Cleanup extends AutoCloseable {

    @Override
    void close();
}
