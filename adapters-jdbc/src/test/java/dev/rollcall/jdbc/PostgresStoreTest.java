package dev.rollcall.jdbc;

import dev.rollcall.contract.ProcessingJobStoreContract;
import dev.rollcall.contract.StoreUnderTest;

@StoreUnderTest(PostgresStores.class)
class PostgresStoreTest extends ProcessingJobStoreContract {}
