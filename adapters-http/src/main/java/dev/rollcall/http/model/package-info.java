/// The requests of the SageMaker API that change jobs: their shapes and constraints, which are data
/// (`requests.txt`), and what of them a request breaks.
@NullMarked
package dev.rollcall.http.model;

import org.jspecify.annotations.NullMarked;
