package dev.rollcall.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a test's own database comes into the connection string that the environment gives.
class RealServerTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://h, mongodb://h/x?timeoutMS=60000",
        "mongodb://h/, mongodb://h/x?timeoutMS=60000",
        "mongodb://h/?replicaSet=r, mongodb://h/x?replicaSet=r&timeoutMS=60000",
        "mongodb://u:p@h, mongodb://u:p@h/x?authSource=admin&timeoutMS=60000",
        "mongodb://u:p@h/users, mongodb://u:p@h/x?authSource=users&timeoutMS=60000",
        "mongodb+srv://h/db?tls=true&timeoutMS=9, mongodb+srv://h/x?tls=true&timeoutMS=9",
        "mongodb://u:p@h/db?authSource=a, mongodb://u:p@h/x?authSource=a&timeoutMS=60000"
    })
    void the_database_is_replaced_and_users_are_still_found(String given, String used) {
        assertThat(RealServer.inDatabase(given, "x")).isEqualTo(used);
    }
}
