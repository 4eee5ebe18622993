package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.IndexReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The contract of index readers bites: each reader with one flaw fails the test that is about it.
class FlawedReadersTest {

    private static volatile UnaryOperator<IndexReader> flawed = FlawedReader::new;

    static class FlawedRun extends ScannedIndexReaderTest {

        @Override
        protected void read(Selection selection, Consumer<IndexReader> work) {
            super.read(selection, reader -> work.accept(flawed.apply(reader)));
        }
    }

    /// @param caughtBy the test that must fail
    record Flaw(String name, String caughtBy, Source reader) {

        @FunctionalInterface
        interface Source extends UnaryOperator<IndexReader> {}

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.contract.ReaderFlaws#all")
    void a_flawed_reader_fails_the_contract(Flaw flaw) {
        assertThat(failures(flaw.reader(), selectMethod(FlawedRun.class, flaw.caughtBy())))
                .containsExactly(flaw.caughtBy());
    }

    @Test
    void without_a_flaw_the_same_reader_passes() {
        assertThat(failures(FlawedReader::new, selectClass(FlawedRun.class))).isEmpty();
    }

    private static List<String> failures(
            UnaryOperator<IndexReader> reader, DiscoverySelector tests) {
        flawed = reader;
        return FailedTests.of(tests);
    }
}
