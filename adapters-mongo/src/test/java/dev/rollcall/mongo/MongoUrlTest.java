package dev.rollcall.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A connection string says where to and how; what would break a promise is refused, and its
/// password shows nowhere.
class MongoUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "jdbc:h2:mem:",
                "http://ada:pass-word@host/db",
                "mongodb://",
                "mongodb://ada:pass-word@",
                "mongodb://ada:pass-word",
                "mongodb://ada:pass-word/more@host/db",
                "mongodb://ada:pass-word@more@host/db",
                "mongodb://ada:%zzpass-word@host/db",
                "mongodb://ada:12/pass-word@host/db",
                "mongodb://ada:12/pass-word@host",
                "mongodb://ada:12?x=pass-word@host/db",
                "mongodb://ada:12?pass-word@host/db",
                "mongodb://b@d:12?w=pass-word@host/db",
                "mongodb+srv://ada:12/pass-word@host",
                "mongodb+srv://ada:pass-word@more@host",
                "mongodb://host/db?timeoutMS=pass-word"
            })
    void what_is_no_connection_string_is_refused_without_a_word_of_it(String text) {
        var refusal = refusalOf(text);
        assertThat(refusal).hasMessage("The URL of MongoDB is not a connection string.");
        assertThat(refusal.recommendedAction())
                .contains("mongodb://", "percent-encoded: @ as %40, / as %2F");
        assertThat(trace(refusal)).doesNotContain("pass-word");
    }

    @ParameterizedTest
    @CsvSource({
        "w=1, w=majority",
        "w=0, w=majority",
        "w=2, w=majority",
        "journal=false, w=majority",
        "readConcernLevel=local, readConcernLevel=majority",
        "readPreference=secondary, readPreference=primary",
        "timeoutMS=0, timeoutMS"
    })
    void what_would_break_a_promise_is_refused(String option, String named) {
        var refusal = refusalOf("mongodb://ada:pass-word@host/db?" + option);
        assertThat(refusal).hasMessageContaining(named);
        assertThat(refusal.recommendedAction()).isNotBlank();
        assertThat(trace(refusal)).doesNotContain("pass-word");
    }

    @ParameterizedTest
    @CsvSource({
        "tlsCAFile=/ca.pem, option tlsCAFile, trustStore",
        "sslCertificateAuthorityFile=/ca.pem, option sslCertificateAuthorityFile, trustStore",
        "tlsAllowInvalidCertificates=true, option tlsAllowInvalidCertificates, trustStore",
        "tlsCertificateKeyFile=/key.pem, option tlsCertificateKeyFile, keyStore",
        "TLSCERTIFICATEKEYFILEPASSWORD=pass-word, option TLSCERTIFICATEKEYFILEPASSWORD, keyStore",
        "tlsDisableOCSPEndpointCheck=true, option tlsDisableOCSPEndpointCheck, leave it out",
        "repliaSet=set, option repliaSet, correct its name",
        "pass-word=1, option of unusual name, correct its name",
        "tls=ture, option tls, true or false",
        "retryWrites=, option retryWrites, true or false",
        "authMechanism=MONGODB-CR, option authMechanism, leave it out",
        "authMechanism=GSSAPI, a password, leave the password out"
    })
    void what_the_driver_would_pass_over_is_refused_by_name(
            String option, String named, String instead) {
        var refusal = refusalOf("mongodb://ada:pass-word@host/db?appName=x&" + option);
        assertThat(refusal).hasMessageContaining(named);
        assertThat(refusal.recommendedAction()).contains(instead);
        assertThat(trace(refusal)).doesNotContain("pass-word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ada:p%40ss%2Fword@host/db",
                "mongodb://ada:key==@host:10255/?ssl=true&replicaSet=globaldb&retrywrites=false"
                        + "&maxIdleTimeMS=120000&appName=@ada@",
                "mongodb://host?TLS=True;tlsAllowInvalidHostnames=1"
            })
    void what_the_driver_understands_is_taken(String text) {
        assertThat(MongoUrl.of(text).settings()).isNotNull();
    }

    @Test
    void all_options_of_this_version_of_the_driver_are_known() throws Exception {
        var all = ConnectionString.class.getDeclaredField("ALL_KEYS");
        all.setAccessible(true);
        assertThat(UrlOptions.KNOWN).isEqualTo(all.get(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://host",
                "mongodb://host/?w=majority&readConcernLevel=majority&readPreference=primary"
            })
    void writes_and_reads_are_the_majoritys(String text) {
        var settings = MongoUrl.of(text).settings();
        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getRetryWrites()).isTrue();
    }

    @Test
    void tls_authentication_and_the_replica_set_are_the_strings() {
        var settings =
                MongoUrl.of(
                                "mongodb://ada:pass-word@one:1,two:2/jobs"
                                        + "?tls=true&replicaSet=set&authSource=admin")
                        .settings();
        assertThat(settings.getSslSettings().isEnabled()).isTrue();
        assertThat(settings.getClusterSettings().getRequiredReplicaSetName()).isEqualTo("set");
        assertThat(settings.getClusterSettings().getHosts()).hasSize(2);
        assertThat(settings.getCredential())
                .extracting(credential -> credential.getUserName() + credential.getSource())
                .isEqualTo("adaadmin");
    }

    @ParameterizedTest
    @CsvSource({"mongodb://host, rollcall", "mongodb://host/, rollcall", "mongodb://host/db, db"})
    void the_database_is_the_strings_or_rollcall(String text, String database) {
        assertThat(MongoUrl.of(text).database()).isEqualTo(database);
    }

    @ParameterizedTest
    @CsvSource({"mongodb://host, 5000", "mongodb://host/?timeoutMS=70, 70"})
    void the_deadline_is_the_strings_or_five_seconds(String text, long millis) {
        var url = MongoUrl.of(text);
        assertThat(url.callTimeout()).isEqualTo(Duration.ofMillis(millis));
        assertThat(url.settings().getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(millis);
    }

    @Test
    void a_string_does_not_show_itself() {
        assertThat(MongoUrl.of("mongodb://ada:pass-word@host/db")).hasToString("MongoUrl");
    }

    @Test
    void a_server_that_is_away_is_told_of_without_the_password() {
        var failure =
                catchThrowableOfType(
                        StorageUnavailable.class,
                        () ->
                                MongoStore.open(
                                        "mongodb://ada:pass-word@127.0.0.1:1/db?timeoutMS=200"));
        assertThat(trace(failure)).contains("127.0.0.1:1").doesNotContain("pass-word");
    }

    private static StorageUnsuitable refusalOf(String text) {
        return catchThrowableOfType(StorageUnsuitable.class, () -> MongoUrl.of(text));
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
