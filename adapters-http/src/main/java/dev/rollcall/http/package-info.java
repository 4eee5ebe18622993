/// The AWS JSON 1.1 protocol over HTTP. The way of a request through the classes:
///
/// 1. `server`: Jetty, as [RollcallServer] set it up, accepts a connection and parses the head of a
///    request. A `TimedEndPoint` ends a client that is too slow. While the server stops, `Draining`
///    refuses it. Where no signature is asked for, a [HostGuard] refuses requests for names that
///    are not among the [AllowedHosts].
/// 2. `console`: [ConsoleHandler] answers what asks for a file of the page for people. All else
///    goes on.
/// 3. `awsjson`: [Operations] finds the `Operation` that the [RequestHead] names. [AwsJsonHandler]
///    refuses what the head shows to be refused, and otherwise receives the body, as long as the
///    operation allows and the [BodyMemory] of all requests has room (`request`).
/// 4. `access`: an [Authenticator] decides whose jobs the [ReceivedRequest] is about: in `sigv4`,
///    [SignedAccess] verifies a signature and [OpenAccess] believes it. A [Throttle] may refuse a
///    key that is used too often.
/// 5. `awsjson`: the operation, `ListProcessingJobsOperation`, reads the body with a
///    `ListingRequestReader`; the handler checks that the client has the operation's [Permission];
///    the operation calls its use case, [ListProcessingJobs], and makes an `AwsResponse`, or an
///    `AwsError`, which the handler writes.
///
/// What is posted to `/events` goes another way: to an [IntakeHandler] (`intake`), which records
/// it.
///
/// What Jetty itself refuses, and what ends a request early, is answered by an [AwsErrorHandler] in
/// the same form.
///
/// Whatever became of a request, a [RequestObserver] is told of it (`observed`): the access log,
/// and the metrics that `admin` shows on a port of its own.
///
/// The packages know each other in one direction: `server` sets up the others; `awsjson`, `intake`
/// and `sigv4` use `access` and `request`, and `access` uses `request`. For the rest of the program
/// the module has [RollcallServer] with its [HttpSettings], and what these are made of: [TlsFiles],
/// [IntakeSettings], [Access], [Rate], [FindAccessKey], [AccessKey], [Secret], [Permission],
/// [FindIntakeKey], [IntakeKey].
@NullMarked
package dev.rollcall.http;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AllowedHosts;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.FindAccessKey;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Rate;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.access.Throttle;
import dev.rollcall.http.awsjson.AwsErrorHandler;
import dev.rollcall.http.awsjson.AwsJsonHandler;
import dev.rollcall.http.awsjson.HostGuard;
import dev.rollcall.http.awsjson.Operations;
import dev.rollcall.http.console.ConsoleHandler;
import dev.rollcall.http.intake.FindIntakeKey;
import dev.rollcall.http.intake.IntakeHandler;
import dev.rollcall.http.intake.IntakeKey;
import dev.rollcall.http.observed.RequestObserver;
import dev.rollcall.http.request.BodyMemory;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.TlsFiles;
import dev.rollcall.http.sigv4.OpenAccess;
import dev.rollcall.http.sigv4.SignedAccess;

import org.jspecify.annotations.NullMarked;
