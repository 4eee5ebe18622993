/// AWS Signature Version 4: what a request says about who signed it, which [SignedAccess] verifies
/// and [OpenAccess] believes.
@NullMarked
package dev.rollcall.http.sigv4;

import org.jspecify.annotations.NullMarked;
