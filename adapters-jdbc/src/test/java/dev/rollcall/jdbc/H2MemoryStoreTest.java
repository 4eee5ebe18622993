package dev.rollcall.jdbc;

import dev.rollcall.contract.ProcessingJobStoreContract;
import dev.rollcall.contract.StoreUnderTest;

@StoreUnderTest(H2Stores.InMemory.class)
class H2MemoryStoreTest extends ProcessingJobStoreContract {}
