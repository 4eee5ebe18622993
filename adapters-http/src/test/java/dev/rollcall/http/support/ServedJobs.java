package dev.rollcall.http.support;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;

/// Tests that send requests to one server with a number of jobs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServedJobs {

    private final int jobs;
    protected TestServer server;

    protected ServedJobs(int jobs) {
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
