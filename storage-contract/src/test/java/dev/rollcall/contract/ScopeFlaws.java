package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Scopes;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The mistakes of a store that reads its scopes without care.
final class ScopeFlaws {

    private ScopeFlaws() {}

    static List<Flaw> all() {
        return List.of(
                new Flaw(
                        "reads one region of each account",
                        Scopes.class,
                        "each_scope_with_a_job_is_read_once",
                        OneRegionStore::new),
                new Flaw(
                        "has a scope from the beginning",
                        Scopes.class,
                        "a_new_store_has_no_scopes",
                        PreparedStore::new));
    }

    private static final class OneRegionStore extends FlawedStore {

        @Override
        Set<Scope> scopes(List<ProcessingJob> all) {
            Map<AccountId, Scope> byAccount = new HashMap<>();
            all.forEach(job -> byAccount.put(job.scope().account(), job.scope()));
            return Set.copyOf(byAccount.values());
        }
    }

    private static final class PreparedStore extends FlawedStore {

        @Override
        Set<Scope> scopes(List<ProcessingJob> all) {
            var scopes = new HashSet<>(super.scopes(all));
            scopes.add(JobBuilder.SCOPE);
            return scopes;
        }
    }
}
