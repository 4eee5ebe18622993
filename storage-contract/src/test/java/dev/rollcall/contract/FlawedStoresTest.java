package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.rollcall.application.ProcessingJobStore;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Each store with one flaw fails the contract, at the test that is about the flaw.
class FlawedStoresTest {

    private static volatile Supplier<ProcessingJobStore> underTest = FlawedStore::new;

    @StoreUnderTest(FlawedFactory.class)
    static class FlawedRun extends ProcessingJobStoreContract {}

    static final class FlawedFactory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return underTest.get();
        }
    }

    /// @param caughtBy the test that must fail; others may fail too
    record Flaw(String name, Class<?> group, String caughtBy, Source store) {

        @FunctionalInterface
        interface Source extends Supplier<ProcessingJobStore> {}

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource({
        "dev.rollcall.contract.ListingFlaws#all",
        "dev.rollcall.contract.UpsertFlaws#all",
        "dev.rollcall.contract.MergingFlaws#all",
        "dev.rollcall.contract.DetailFlaws#all",
        "dev.rollcall.contract.ArnFlaws#all",
        "dev.rollcall.contract.BudgetFlaws#all",
        "dev.rollcall.contract.ReadingFlaws#all",
        "dev.rollcall.contract.ScopeFlaws#all",
        "dev.rollcall.contract.DeletionFlaws#all"
    })
    void a_flawed_store_fails_the_contract(Flaw flaw) {
        assertThat(failuresOf(flaw.store(), flaw.group())).contains(flaw.caughtBy());
    }

    @ParameterizedTest
    @MethodSource
    void without_a_flaw_the_same_store_passes(Class<?> group) {
        assertThat(failuresOf(FlawedStore::new, group)).isEmpty();
    }

    static Stream<Class<?>> without_a_flaw_the_same_store_passes() {
        return Stream.of(ProcessingJobStoreContract.class.getDeclaredClasses());
    }

    private static List<String> failuresOf(Supplier<ProcessingJobStore> store, Class<?> group) {
        underTest = store;
        return FailedTests.of(selectNestedClass(List.of(FlawedRun.class), group));
    }
}
