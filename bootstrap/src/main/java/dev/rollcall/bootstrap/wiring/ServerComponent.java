package dev.rollcall.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.simulate.Simulation;
import dev.rollcall.http.observed.RequestObserver;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import java.time.InstantSource;
import java.util.Optional;

/// The HTTP server over the use cases of whatever storage.
@Component(dependencies = UseCaseComponent.class, modules = ServerComponent.Http.class)
public interface ServerComponent {

    RollcallServer server();

    @Component.Factory
    interface Factory {
        ServerComponent create(
                UseCaseComponent useCases,
                @BindsInstance HttpSettings settings,
                @BindsInstance RequestObserver observer);
    }

    @Module
    final class Http {

        private Http() {}

        @Provides
        static RollcallServer server(
                ListProcessingJobs listProcessingJobs,
                DescribeProcessingJob describeProcessingJob,
                ListTags listTags,
                RecordProcessingJobs recordProcessingJobs,
                Optional<Simulation> simulation,
                HttpSettings settings,
                InstantSource clock,
                RequestObserver observer) {
            var useCases =
                    new ServedUseCases(
                            listProcessingJobs,
                            describeProcessingJob,
                            listTags,
                            recordProcessingJobs,
                            simulation);
            return new RollcallServer(useCases, settings, clock, observer);
        }
    }
}
