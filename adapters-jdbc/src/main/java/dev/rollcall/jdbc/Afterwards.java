package dev.rollcall.jdbc;

/// What is done after some work, however that ends. If both fail, the work's failure tells of the
/// other's.
@FunctionalInterface
interface Afterwards extends AutoCloseable {

    @Override
    void close();
}
