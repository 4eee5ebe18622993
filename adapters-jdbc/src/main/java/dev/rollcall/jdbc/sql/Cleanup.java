package dev.rollcall.jdbc.sql;

/// What is done after some work, however that ends. If both fail, the work's failure tells of the
/// other's.
@FunctionalInterface
public interface Cleanup extends AutoCloseable {

    @Override
    void close();
}
