package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.ShareTokenKeys;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Opens each kind of storage with its own adapter; only the chosen one's classes are loaded.
public final class WiredStorages implements Storages {

    private final Map<String, String> environment;
    private final StorageWait wait;
    private final ObserveScans observer;
    private final SimulationSettings simulation;

    /// Storages of a process without environment variables.
    public WiredStorages() {
        this(Map.of());
    }

    /// @param environment the variables that some storages know besides their options
    public WiredStorages(Map<String, String> environment) {
        this(environment, StorageWait.NONE, ObserveScans.NOBODY, SimulationSettings.NONE);
    }

    private WiredStorages(
            Map<String, String> environment,
            StorageWait wait,
            ObserveScans observer,
            SimulationSettings simulation) {
        this.environment = Map.copyOf(environment);
        this.wait = wait;
        this.observer = observer;
        this.simulation = simulation;
    }

    /// The same storages, which are waited for if their server is not there yet.
    public WiredStorages waiting(StorageWait wait) {
        return new WiredStorages(environment, wait, observer, simulation);
    }

    /// The same storages; the observer is told what their searches cost.
    public WiredStorages observed(ObserveScans observer) {
        return new WiredStorages(environment, wait, observer, simulation);
    }

    /// The same storages, whose jobs may have simulated lives.
    public WiredStorages simulating(SimulationSettings settings) {
        return new WiredStorages(environment, wait, observer, settings);
    }

    @Override
    public UseCaseComponent open(StorageSettings storage, Duration pageBudget) {
        var open =
                switch (storage) {
                    case StorageSettings.H2 h2 -> H2Storage.open(h2, observer);
                    case StorageSettings.InMemory _ -> H2Storage.inMemory();
                    case StorageSettings.Postgres postgres ->
                            PostgresStorage.open(postgres, environment, wait, observer);
                    case StorageSettings.Mongo mongo -> MongoStorage.open(mongo, wait, observer);
                };
        var simulated = simulation.over(open, UseCaseComponent.Core.clock());
        return DaggerUseCaseComponent.factory()
                .create(
                        simulated.storage(),
                        pageBudget,
                        simulation.pageCut(),
                        simulated.simulation());
    }

    @Override
    public UseCaseComponent openExisting(StorageSettings storage, Duration pageBudget) {
        if (storage instanceof StorageSettings.H2 h2) {
            requireDatabase(h2);
        }
        return open(storage, pageBudget);
    }

    @Override
    public List<CheckedIndex> check(StorageSettings.H2 storage, boolean repairs) {
        requireDatabase(storage);
        return H2Storage.check(storage, repairs);
    }

    @Override
    public Compaction compact(StorageSettings.H2 storage) {
        requireDatabase(storage);
        return H2Storage.compact(storage);
    }

    @Override
    public ShareTokenKeys.Rotated rotateTokenKeys(StorageSettings storage) {
        try (var opened = open(storage, ListProcessingJobs.DEFAULT_PAGE_BUDGET)) {
            return switch (opened.storage().tokenKeys()) {
                case TokenKeyPlace.InStore(var store) ->
                        TokenKeyPlace.sharing(store, opened.clock()).rotate();
                case TokenKeyPlace.InFile _, TokenKeyPlace.InMemory _ ->
                        throw new IllegalArgumentException(
                                storage.description() + " does not keep its token keys");
            };
        }
    }

    private static void requireDatabase(StorageSettings.H2 storage) {
        if (!H2Storage.isThere(storage)) {
            throw new UserError(
                    "The data directory %s holds no database.".formatted(storage.data()),
                    "name the directory of one with --data.");
        }
    }
}
