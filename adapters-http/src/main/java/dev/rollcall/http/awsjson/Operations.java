package dev.rollcall.http.awsjson;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the operation that a request asks for.
public final class Operations {

    private static final String TARGET = "X-Amz-Target";
    private static final String SERVICE = "SageMaker.";

    private final Map<List<String>, Operation> byTargets;

    public Operations(Operation... operations) {
        byTargets =
                Arrays.stream(operations)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        operation -> List.of(SERVICE + operation.name()),
                                        Function.identity()));
    }

    /// What requests may name; all of it must ask for a signature.
    public Set<String> targets() {
        return byTargets.keySet().stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The operation, if a `POST` names exactly one that there is; upper and lower case matter.
    Optional<Operation> of(Request request) {
        return HttpMethod.POST.is(request.getMethod())
                ? Optional.ofNullable(byTargets.get(request.getHeaders().getValuesList(TARGET)))
                : Optional.empty();
    }
}
