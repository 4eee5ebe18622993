package dev.rollcall.http.awsjson;

import dev.rollcall.application.simulate.SettableClock;
import dev.rollcall.http.access.Permission;
import dev.rollcall.json.ProcessingJobJson;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// `Rollcall.SetClock`: sets the clock of the simulated jobs to a `Time`, or puts it forward by
/// `AdvanceSeconds`, each with parts of a second if need be; without either it goes with the world
/// again.
record SetClockOperation(SettableClock clock) implements Operation {

    private static final int MAX_BODY_BYTES = 1024;
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    @Override
    public String name() {
        return "SetClock";
    }

    @Override
    public String target() {
        return "Rollcall.SetClock";
    }

    @Override
    public Permission permission() {
        return Permission.SIMULATE;
    }

    @Override
    public int maxBodyBytes() {
        return MAX_BODY_BYTES;
    }

    @Override
    public Call read(byte[] body) throws SerializationException {
        var request = new RequestReader();
        JsonBody.read(body, request);
        return (scope, client, requestId) -> answer(request);
    }

    private static final class RequestReader implements JsonBody.MemberHandler {

        private Optional<Instant> time = Optional.empty();
        private Optional<Duration> advance = Optional.empty();

        @Override
        public void read(String name, MemberReader value) throws SerializationException {
            switch (name) {
                case "Time" -> time = value.time();
                case "AdvanceSeconds" ->
                        advance = value.time().map(it -> Duration.between(Instant.EPOCH, it));
                default -> {}
            }
        }
    }

    private AwsResponse answer(RequestReader request) {
        if (request.time.isPresent() && request.advance.isPresent()) {
            return AwsError.validation("Give Time or AdvanceSeconds, not both.").response();
        }
        if (request.time.isEmpty() && request.advance.isEmpty()) {
            clock.release();
            return time(clock.instant());
        }
        return clock.change(now -> next(now, request))
                .map(SetClockOperation::time)
                .orElseGet(
                        () ->
                                AwsError.validation(
                                                "The clock can be set from the year 1970 to 8999.")
                                        .response());
    }

    /// Empty if the clock cannot be set to it.
    private static Optional<Instant> next(Instant now, RequestReader request) {
        return request.time
                .or(() -> request.advance.map(now::plus))
                .filter(it -> !it.isBefore(Instant.EPOCH) && !it.isAfter(LAST));
    }

    private static AwsResponse time(Instant time) {
        return AwsResponse.ok(
                json -> {
                    json.writeStartObject();
                    json.writeName("Time");
                    json.writeRawValue(ProcessingJobJson.epochSeconds(time));
                    json.writeEndObject();
                });
    }
}
