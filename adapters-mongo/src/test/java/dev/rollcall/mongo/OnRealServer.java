package dev.rollcall.mongo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test class that runs on the MongoDB server of `MONGODB_URI`, best a replica set, and is
/// skipped with a printed line if there is none. Each store has a database of its own there,
/// `rollcall-test-…`, which is dropped in the end.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-mongod")
@ExtendWith(RealServer.class)
@interface OnRealServer {}
