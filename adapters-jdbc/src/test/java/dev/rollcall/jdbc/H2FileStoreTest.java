package dev.rollcall.jdbc;

import dev.rollcall.contract.ProcessingJobStoreContract;
import dev.rollcall.contract.StoreUnderTest;

@StoreUnderTest(H2Stores.InDirectory.class)
class H2FileStoreTest extends ProcessingJobStoreContract {}
