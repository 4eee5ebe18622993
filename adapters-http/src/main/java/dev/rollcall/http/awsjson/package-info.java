/// The AWS JSON 1.1 protocol: operations, their answers and their errors.
@NullMarked
package dev.rollcall.http.awsjson;

import org.jspecify.annotations.NullMarked;
