package dev.rollcall.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;

/// Tests that send requests to one server, which has so many jobs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServedJobs {

    private final int jobs;
    public TestServer server;

    public ServedJobs(int jobs) {
        this.jobs = jobs;
    }

    @BeforeAll
    public void start() throws IOException {
        server = TestServer.over(TestJobs.running(jobs));
    }

    @AfterAll
    public void stop() {
        server.close();
    }
}
