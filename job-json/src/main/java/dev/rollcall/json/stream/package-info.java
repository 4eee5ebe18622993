/// Job records out of streams of bytes, whatever form and encoding they come in.
///
/// Bytes are unzipped ([dev.rollcall.json.stream.GzipMembers]), decoded
/// ([dev.rollcall.json.stream.TextWindow]), cut into objects
/// ([dev.rollcall.json.stream.ObjectScan]) and read one by one
/// ([dev.rollcall.json.stream.JobRecordStream]).
@NullMarked
package dev.rollcall.json.stream;

import org.jspecify.annotations.NullMarked;
