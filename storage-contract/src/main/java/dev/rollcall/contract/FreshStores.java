package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Gives each store parameter of a test an empty store of its own, and closes it after the test.
final class FreshStores implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FreshStores.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ProcessingJobStore.class;
    }

    @Override
    public ProcessingJobStore resolveParameter(
            ParameterContext parameter, ExtensionContext context) {
        Class<?> run = context.getRequiredTestInstances().getAllInstances().getFirst().getClass();
        StoreUnderTest annotation =
                AnnotationSupport.findAnnotation(run, StoreUnderTest.class)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                run
                                                        + " does not say which store it is about:"
                                                        + " annotate it with @StoreUnderTest"));
        var fresh = Fresh.open(ReflectionSupport.newInstance(annotation.value()));
        context.getStore(NAMESPACE).put(parameter.getIndex(), fresh);
        return fresh.store();
    }

    private record Fresh(ProcessingJobStore store, Path directory) implements AutoCloseable {

        static Fresh open(StoreFactory factory) {
            try {
                Path directory = Files.createTempDirectory("rollcall-contract-");
                return new Fresh(factory.open(directory), directory);
            } catch (IOException e) {
                throw new IllegalStateException("no directory for a store", e);
            }
        }

        @Override
        public void close() throws IOException {
            store.close();
            List<Path> contents;
            try (var walk = Files.walk(directory)) {
                contents = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : contents) {
                Files.delete(path);
            }
        }
    }
}
