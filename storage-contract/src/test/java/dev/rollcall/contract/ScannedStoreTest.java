package dev.rollcall.contract;

/// A bounded scan keeps the contract, whatever database it runs on.
@StoreUnderTest(ScannedStore.Factory.class)
class ScannedStoreTest extends ProcessingJobStoreContract {}
