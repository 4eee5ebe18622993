package dev.rollcall.jdbc;

import dev.rollcall.contract.SnapshotContract;
import dev.rollcall.contract.StoreUnderTest;

@StoreUnderTest(H2Stores.InDirectory.class)
class H2SnapshotTest extends SnapshotContract {}
