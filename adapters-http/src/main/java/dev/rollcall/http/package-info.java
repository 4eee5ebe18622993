/// The AWS JSON 1.1 protocol over HTTP.
@NullMarked
package dev.rollcall.http;

import org.jspecify.annotations.NullMarked;
