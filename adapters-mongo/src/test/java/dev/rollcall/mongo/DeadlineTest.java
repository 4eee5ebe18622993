package dev.rollcall.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The operations of one call share its time. Nothing here is sent anywhere.
class DeadlineTest {

    private final MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");
    private final MongoCollection<Document> jobs = client.getDatabase("db").getCollection("jobs");

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_later_operation_has_what_is_left() {
        assertThat(millisLeftAfter(Duration.ofSeconds(40))).isBetween(1L, 20_000L);
    }

    @Test
    void an_operation_after_the_end_has_no_time_and_not_no_limit() {
        assertThat(millisLeftAfter(Duration.ofSeconds(70))).isEqualTo(1);
    }

    private long millisLeftAfter(Duration past) {
        var deadline = new Deadline(System.nanoTime() - past.toNanos(), Duration.ofMinutes(1));
        return deadline.on(jobs).getTimeout(TimeUnit.MILLISECONDS);
    }
}
