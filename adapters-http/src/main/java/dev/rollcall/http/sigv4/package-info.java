/// AWS Signature Version 4: reads a signature, and checks it.
@NullMarked
package dev.rollcall.http.sigv4;

import org.jspecify.annotations.NullMarked;
