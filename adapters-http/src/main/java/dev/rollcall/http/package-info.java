/// The AWS JSON 1.1 protocol over HTTP. The way of a request through the classes:
///
/// 1. `server`: Jetty, as [RollcallServer] set it up, accepts a connection and parses the head of a
///    request. A `TimedEndPoint` ends a client that is too slow.
/// 2. `console`: [ConsoleHandler] answers what asks for a file of the page for people. All else
///    goes on.
/// 3. `awsjson`: [AwsJsonHandler] receives the body, which makes it a [ReceivedRequest]
///    (`request`), and [Operations] finds the `Operation` that the request names.
/// 4. `access`: an [Authenticator] decides whose jobs the request is about: in `sigv4`,
///    [SignedAccess] verifies a signature and [OpenAccess] believes it. A [Throttle] may refuse a
///    key that is used too often.
/// 5. `awsjson`: the operation, `ListProcessingJobsOperation`, reads the body with a
///    `ListingRequestReader`; the handler checks that the client has the operation's [Permission];
///    the operation calls its use case, [ListProcessingJobs], and makes an `AwsResponse`, or an
///    `AwsError`, which the handler writes.
///
/// What Jetty itself refuses, and what ends a request early, is answered by an [AwsErrorHandler] in
/// the same form.
///
/// The packages know each other in one direction: `server` sets up the others; `awsjson` and
/// `sigv4` use `access` and `request`, and `access` uses `request`. For the rest of the program the
/// module has [RollcallServer] with its [HttpSettings], and what these are made of: [TlsFiles],
/// [Access], [Rate], [FindAccessKey], [AccessKey], [Secret], [Permission].
@NullMarked
package dev.rollcall.http;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.FindAccessKey;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Rate;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.access.Throttle;
import dev.rollcall.http.awsjson.AwsErrorHandler;
import dev.rollcall.http.awsjson.AwsJsonHandler;
import dev.rollcall.http.awsjson.Operations;
import dev.rollcall.http.console.ConsoleHandler;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.TlsFiles;
import dev.rollcall.http.sigv4.OpenAccess;
import dev.rollcall.http.sigv4.SignedAccess;

import org.jspecify.annotations.NullMarked;
