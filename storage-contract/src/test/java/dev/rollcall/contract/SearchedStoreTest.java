package dev.rollcall.contract;

/// The plan of a search keeps the contract, whatever database it is carried out on.
@StoreUnderTest(SearchedStore.Factory.class)
class SearchedStoreTest extends ProcessingJobStoreContract {}
