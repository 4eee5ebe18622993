package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Permission;

import java.util.Optional;

/// An operation that answers some requests with a fault, and then does nothing else.
record FaultyOperation(Operation operation, DrawnFaults faults) implements Operation {

    @Override
    public String name() {
        return operation.name();
    }

    @Override
    public String target() {
        return operation.target();
    }

    @Override
    public Permission permission() {
        return operation.permission();
    }

    @Override
    public int maxBodyBytes() {
        return operation.maxBodyBytes();
    }

    @Override
    public Call read(byte[] body) throws SerializationException {
        return new FaultyCall(operation.read(body), faults);
    }

    private record FaultyCall(Call call, DrawnFaults faults) implements Call {

        @Override
        public Optional<String> resource(Scope scope) {
            return call.resource(scope);
        }

        @Override
        public AwsResponse answer(Scope scope, Client client, String requestId) {
            return faults.next()
                    .map(AwsError::response)
                    .orElseGet(() -> call.answer(scope, client, requestId));
        }
    }
}
