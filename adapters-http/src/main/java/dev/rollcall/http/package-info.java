/// The AWS JSON 1.1 protocol over HTTP.
///
/// [RollcallServer] is the entry, and tells the way of a request; [HttpSettings] are what it puts
/// up with. [Authenticate] decides whose jobs a request is about: [AnyClient] lets everybody in,
/// and [SignatureCheck] whoever signs. [ProcessingJobJson] and [JobRecordReader] are the one
/// spelling of a job, which the command line shares.
@NullMarked
package dev.rollcall.http;

import org.jspecify.annotations.NullMarked;
