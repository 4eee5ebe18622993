/// The AWS JSON 1.1 protocol: operations, responses and errors.
///
/// [AwsJsonHandler] is the entry, with the [Operations] that it can call; [AwsErrorHandler] answers
/// what never reaches it.
@NullMarked
package dev.rollcall.http.awsjson;

import org.jspecify.annotations.NullMarked;
