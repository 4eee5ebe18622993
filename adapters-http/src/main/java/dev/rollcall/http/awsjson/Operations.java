package dev.rollcall.http.awsjson;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.http.request.ReceivedRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The operations that the server has.
public final class Operations {

    private static final String TARGET = "x-amz-target";
    private static final String SERVICE = "SageMaker.";

    private final Map<String, Operation> byTarget;

    private Operations(Stream<Operation> operations) {
        byTarget =
                operations.collect(
                        Collectors.toUnmodifiableMap(Operations::target, Function.identity()));
    }

    /// Every operation, over the use cases that answer them.
    public static Operations over(ListProcessingJobs listProcessingJobs) {
        return new Operations(Stream.of(new ListProcessingJobsOperation(listProcessingJobs)));
    }

    /// All of them, in no particular order.
    Collection<Operation> all() {
        return byTarget.values();
    }

    /// The operation that a request names, if there is one. A request names an operation if it is a
    /// `POST` with exactly one target; case matters.
    Optional<Operation> of(ReceivedRequest request) {
        List<String> targets = request.headerLines(TARGET);
        return request.method().equals("POST") && targets.size() == 1
                ? Optional.ofNullable(byTarget.get(targets.getFirst()))
                : Optional.empty();
    }

    /// How clients name an operation in the header `X-Amz-Target`.
    static String target(Operation operation) {
        return SERVICE + operation.name();
    }
}
