package dev.rollcall.contract;

/// The plan of a search keeps the contract, whatever database it is carried out on.
@StoreUnderTest(ScannedStore.Factory.class)
class ScannedStoreTest extends ProcessingJobStoreContract {}
