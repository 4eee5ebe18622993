package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Violation;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.model.RequestCheck;
import dev.rollcall.http.model.Shape;
import dev.rollcall.http.model.Value;

import java.util.List;
import java.util.Optional;

/// An operation that changes simulated jobs, and whose request is checked by its shape.
///
/// @param subject the ARN of what a request is about, for a refusal
record SimulatedOperation(
        String name, Shape.Structure input, int maxBodyBytes, Subject subject, Answer answer)
        implements Operation {

    @FunctionalInterface
    interface Subject {
        Optional<String> of(Scope scope, Value.Fields request);
    }

    /// Answers a request that breaks no constraint.
    @FunctionalInterface
    interface Answer {
        AwsResponse to(Scope scope, Value.Fields request);
    }

    @Override
    public Permission permission() {
        return Permission.SIMULATE;
    }

    @Override
    public Call read(byte[] body) throws SerializationException {
        return new SimulatedCall(this, ShapeReader.read(body, input));
    }

    private record SimulatedCall(SimulatedOperation operation, Value.Fields request)
            implements Call {

        @Override
        public Optional<String> resource(Scope scope) {
            return operation.subject().of(scope, request);
        }

        @Override
        public AwsResponse answer(Scope scope, Client client, String requestId) {
            List<Violation> violations = RequestCheck.of(operation.input(), request);
            return violations.isEmpty()
                    ? operation.answer().to(scope, request)
                    : AwsError.validation(AwsViolationMessages.sentence(violations)).response();
        }
    }
}
