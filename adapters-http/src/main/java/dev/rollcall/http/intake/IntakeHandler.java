package dev.rollcall.http.intake;

import static org.eclipse.jetty.http.HttpStatus.SERVICE_UNAVAILABLE_503;
import static org.eclipse.jetty.http.HttpStatus.TOO_MANY_REQUESTS_429;

import dev.rollcall.application.NanoClock;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.RefusalLog;
import dev.rollcall.http.intake.IntakeAccess.Decision;
import dev.rollcall.http.observed.RequestNotes;
import dev.rollcall.http.request.Answering;
import dev.rollcall.http.request.BodyTooLarge;
import dev.rollcall.http.request.FailureLog;
import dev.rollcall.http.request.IncomingBody;
import dev.rollcall.http.request.NoRoomForBody;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;
import dev.rollcall.http.request.RequestId;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Records what is posted to `/events`, and answers when it is stored. Runs on a virtual thread,
/// and blocks.
///
/// A request with an `X-Amz-Target` is AWS's whatever its path, and so is one whose path means
/// `/events` but is spelled in another way.
public final class IntakeHandler extends Handler.Abstract {

    /// Sixteen of the largest events of EventBridge.
    public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private static final String PATH = "/events";

    /// As observers call it.
    private static final String OPERATION = "PostEvents";

    /// How many requests may record at once: beyond, the storage is no faster. A long one counts as
    /// several, since what is read of a body takes several times its bytes.
    private static final int AT_ONCE = 16;

    /// From how many bytes on a body takes milliseconds to read, and a hostile one seconds.
    private static final int LONG_BODY = 64 * 1024;

    /// Which part of the memory for bodies the bodies that are recorded at once may have.
    private static final int PART_OF_MEMORY = 8;

    private static final IntakeAnswer BUSY =
            IntakeAnswer.later(TOO_MANY_REQUESTS_429, "The server is busy.", Duration.ofSeconds(1));

    private static final IntakeAnswer AWAY =
            IntakeAnswer.later(
                    SERVICE_UNAVAILABLE_503, "The storage is away.", Duration.ofSeconds(5));

    private static final Logger LOG = LoggerFactory.getLogger(IntakeHandler.class);

    private final FailureLog unavailable =
            new FailureLog(
                    LOG, Level.WARN, "Request {}: the storage is unavailable", NanoClock.SYSTEM);

    private final RefusalLog refusals = new RefusalLog(NanoClock.SYSTEM);

    private final IntakeAccess access;
    private final RecordProcessingJobs jobs;
    private final Duration maxAhead;
    private final InstantSource clock;
    private final Answering answering;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final long bytesOfOne;

    /// @param maxAhead how far ahead of the clock the times of a record may lie
    public IntakeHandler(
            IntakeAccess access,
            RecordProcessingJobs jobs,
            Duration maxAhead,
            InstantSource clock,
            Answering answering) {
        this.access = access;
        this.jobs = jobs;
        this.maxAhead = maxAhead;
        this.clock = clock;
        this.answering = answering.refusingWith(BUSY);
        this.bytesOfOne =
                Math.max(answering.memory().limit() / PART_OF_MEMORY, MAX_BODY_BYTES) / AT_ONCE;
    }

    /// @throws Exception if the client is too slow, breaks off, or sends a malformed body; the
    ///   server's error handler answers that
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var head = RequestHead.of(request);
        if (!isOwn(head)) {
            return false;
        }
        RequestNotes.of(request).operation(OPERATION);
        Optional<Decision> early = access.decide(head);
        if (early.isPresent() && early.get() instanceof Decision.Denied denied) {
            answering.refuse(denied(denied, head, request), request, response);
        } else {
            answer(head, early, request, response);
        }
        callback.succeeded();
        return true;
    }

    private void answer(
            RequestHead head, Optional<Decision> early, Request request, Response response)
            throws Exception {
        IntakeAnswer answer;
        try {
            answer = receive(head, early, request);
        } catch (BodyTooLarge e) {
            answering.refuse(IntakeAnswer.tooLarge(e.maxBytes()), request, response);
            return;
        } catch (NoRoomForBody e) {
            LOG.debug("Request {}: no room for its body", RequestId.of(request), e);
            answering.refuse(BUSY, request, response);
            return;
        }
        answering.send(answer, request, response);
    }

    private static boolean isOwn(RequestHead head) {
        return head.method().equals("POST")
                && head.path().equals(PATH)
                && head.headerLines("x-amz-target").isEmpty();
    }

    private IntakeAnswer receive(RequestHead head, Optional<Decision> early, Request request)
            throws Exception {
        try (var incoming = IncomingBody.of(request, MAX_BODY_BYTES, answering.memory())) {
            var received = new ReceivedRequest(head, answering.await(incoming.whole()));
            return switch (early.orElseGet(() -> access.decide(received))) {
                case Decision.Denied denied -> denied(denied, head, request);
                case Decision.Later(var keyId, var retryAfter) -> {
                    RequestNotes.of(request).throttled(keyId);
                    yield IntakeAnswer.later(TOO_MANY_REQUESTS_429, "Rate exceeded", retryAfter);
                }
                case Decision.Accepted(var key, var mayRecord) -> {
                    key.ifPresent(RequestNotes.of(request)::key);
                    yield record(received.body(), mayRecord, RequestId.of(request));
                }
            };
        }
    }

    private IntakeAnswer denied(Decision.Denied denied, RequestHead head, Request request) {
        RequestNotes.of(request).refused(denied.claim());
        refusals.add(RequestId.of(request), denied.claim(), head.header("host"));
        return IntakeAnswer.of(denied);
    }

    private IntakeAnswer record(byte[] bytes, Predicate<Scope> mayRecord, String requestId) {
        int permits = Math.clamp(Math.ceilDiv(bytes.length, bytesOfOne), 1, AT_ONCE);
        if (!free.tryAcquire(permits)) {
            return BUSY;
        }
        try {
            return record(read(bytes, mayRecord), requestId);
        } finally {
            free.release(permits);
        }
    }

    /// A long body in a thread of the platform, which others preempt: a virtual one would keep a
    /// processor till the end.
    private IntakeBody read(byte[] bytes, Predicate<Scope> mayRecord) {
        Supplier<IntakeBody> reading =
                () -> IntakeBody.read(bytes, clock.instant(), maxAhead, mayRecord);
        return bytes.length < LONG_BODY
                ? reading.get()
                : CompletableFuture.supplyAsync(reading, Thread.ofPlatform().daemon()::start)
                        .join();
    }

    private IntakeAnswer record(IntakeBody body, String requestId) {
        if (body.jobs().isEmpty()) {
            return IntakeAnswer.nothingToRecord(body);
        }
        try {
            return IntakeAnswer.recorded(
                    jobs.record(body.jobs(), clock.instant().plus(maxAhead)), body);
        } catch (StorageUnavailable e) {
            unavailable.add(requestId, e);
            return AWAY;
        }
    }
}
