package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Budgets;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;

import java.util.List;

/// Mistakes in stopping when the work budget is spent.
final class BudgetFlaws {

    private BudgetFlaws() {}

    static List<Flaw> all() {
        return List.of(
                budget("skips the next job when it stops", SkippingStore::new),
                budget("stays where it is when it stops", StayingStore::new),
                budget("stops before what it found", HastyStore::new));
    }

    private static Flaw budget(String name, Flaw.Source store) {
        return new Flaw(name, Budgets.class, "slices_of_seven_rows_make_up_the_listing", store);
    }

    private static final class SkippingStore extends FlawedStore {

        @Override
        Position stop(Selection selection, List<ProcessingJob> examined, ProcessingJob next) {
            return selection.ordering().positionOf(next);
        }
    }

    private static final class StayingStore extends FlawedStore {

        @Override
        Position stop(Selection selection, List<ProcessingJob> examined, ProcessingJob next) {
            return selection.criteria().stream()
                    .filter(Criterion.Beyond.class::isInstance)
                    .map(Criterion.Beyond.class::cast)
                    .map(Criterion.Beyond::position)
                    .findFirst()
                    .orElseGet(() -> selection.ordering().positionOf(examined.getFirst()));
        }
    }

    private static final class HastyStore extends FlawedStore {

        @Override
        Position stop(Selection selection, List<ProcessingJob> examined, ProcessingJob next) {
            return selection.ordering().positionOf(examined.getFirst());
        }
    }
}
