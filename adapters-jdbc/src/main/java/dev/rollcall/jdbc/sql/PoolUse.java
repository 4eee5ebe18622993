package dev.rollcall.jdbc.sql;

import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.application.ConnectionUse;

/// How a pool's connections are used.
public final class PoolUse {

    private PoolUse() {}

    public static ConnectionUse of(HikariDataSource pool) {
        var state = pool.getHikariPoolMXBean();
        return new ConnectionUse(
                state.getActiveConnections(),
                state.getIdleConnections(),
                state.getThreadsAwaitingConnection());
    }
}
