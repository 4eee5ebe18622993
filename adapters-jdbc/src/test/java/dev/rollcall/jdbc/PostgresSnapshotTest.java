package dev.rollcall.jdbc;

import dev.rollcall.contract.SnapshotContract;
import dev.rollcall.contract.StoreUnderTest;

@StoreUnderTest(PostgresStores.class)
class PostgresSnapshotTest extends SnapshotContract {}
