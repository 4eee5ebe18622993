/// The AWS JSON 1.1 protocol over HTTP.
///
/// [RollcallServer] is the entry, and tells the way of a request; [HttpSettings] are what it puts
/// up with. [Authenticator] decides whose jobs a request is about: [OpenAccess] lets everybody in,
/// and [SignedAccess] whoever signs. [ProcessingJobJson] and [JobRecordReader] are the one spelling
/// of a job, which the command line shares.
@NullMarked
package dev.rollcall.http;

import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.OpenAccess;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.sigv4.SignedAccess;
import dev.rollcall.json.JobRecordReader;
import dev.rollcall.json.ProcessingJobJson;

import org.jspecify.annotations.NullMarked;
