package dev.rollcall.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;

/// Tests that send requests to one server, which has so many jobs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedJobs {

    private final int jobs;
    TestServer server;

    ServedJobs(int jobs) {
        this.jobs = jobs;
    }

    @BeforeAll
    void start() throws IOException {
        server = TestServer.over(TestJobs.running(jobs));
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
