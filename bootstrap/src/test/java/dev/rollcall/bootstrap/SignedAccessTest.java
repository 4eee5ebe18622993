package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.settings.KeyFile;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.server.TlsFiles;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Two accounts, one server, TLS, and the real SDK as a client of each.
class SignedAccessTest {

    private static final String REGION = "us-east-1";
    private static final Scope ADAS = Scope.of("111111111111", REGION);
    private static final Scope BOBS = Scope.of("222222222222", REGION);

    private static final String KEYS =
            """
            # Two accounts
            [ada]
            aws_access_key_id = AKIDADA
            aws_secret_access_key = adas-secret
            account = 111111111111

            [bob]
            aws_access_key_id = AKIDBOB
            aws_secret_access_key = %s
            account = 222222222222
            regions = us-east-1, eu-west-1
            allow = list
            """;

    @TempDir private Path dir;

    private PemPair pem;
    private Path keyFile;
    private KeyFile<AccessKey> keys;
    private Service service;

    @BeforeEach
    void serve_two_accounts() throws Exception {
        pem = PemPair.in(dir, "server");
        keyFile = write(KEYS.formatted("bobs-secret"));
        keys = KeyFile.ofAccessKeys(new SecretFile(keyFile));
        service =
                Service.over(
                        new WiredStorages(),
                        new StorageSettings.InMemory(),
                        new HttpSettings(
                                "127.0.0.1",
                                0,
                                new Access.Signed(
                                        keys::find, Access.Signed.DEFAULT_SKEW, Optional.empty()),
                                Optional.of(new TlsFiles(pem.certificate(), pem.key())),
                                SortOrder.ASCENDING,
                                IntakeSettings.DEFAULT,
                                true,
                                HttpSettings.Limits.defaults()));
        service.watch(keys);
        var record = service.useCases().recordProcessingJobs();
        for (Scope scope : List.of(ADAS, BOBS)) {
            record.record(new DemoJobs(scope, Instant.parse("2024-06-01T00:00:00Z")).jobs(0, 150));
        }
        service.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Path write(String content) throws Exception {
        return WrittenSecret.of(dir.resolve("access-keys"), content);
    }

    private SageMakerClient client(String id, String secret, String region) throws Exception {
        return Clients.of(service, region, id, secret, pem);
    }

    private static List<String> arns(
            SageMakerClient client, Consumer<ListProcessingJobsRequest.Builder> request) {
        return client.listProcessingJobsPaginator(request).processingJobSummaries().stream()
                .map(ProcessingJobSummary::processingJobArn)
                .toList();
    }

    @Test
    void each_key_sees_the_jobs_of_its_own_account_and_no_others() throws Exception {
        try (var ada = client("AKIDADA", "adas-secret", REGION);
                var bob = client("AKIDBOB", "bobs-secret", REGION)) {
            assertThat(arns(ada, r -> r.maxResults(100)))
                    .hasSize(150)
                    .allMatch(arn -> arn.contains(":111111111111:"));
            assertThat(arns(bob, r -> r.sortBy("Name").maxResults(7)))
                    .hasSize(150)
                    .allMatch(arn -> arn.contains(":222222222222:"));
        }
    }

    @Test
    void a_token_of_one_account_opens_nothing_for_another() throws Exception {
        try (var ada = client("AKIDADA", "adas-secret", REGION);
                var bob = client("AKIDBOB", "bobs-secret", REGION)) {
            String adas = ada.listProcessingJobs(_ -> {}).nextToken();
            assertThatThrownBy(() -> bob.listProcessingJobs(r -> r.nextToken(adas)))
                    .hasMessageContaining("Invalid pagination token");
        }
    }

    @Test
    void strangers_are_told_what_aws_tells_them() throws Exception {
        assertRefused("AKIDEVE", "adas-secret", REGION, "UnrecognizedClientException");
        assertRefused("AKIDADA", "bobs-secret", REGION, "InvalidSignatureException");
        assertRefused("AKIDBOB", "bobs-secret", "ap-south-1", "InvalidSignatureException");
    }

    private void assertRefused(String id, String secret, String region, String code)
            throws Exception {
        try (var client = client(id, secret, region)) {
            assertThatThrownBy(() -> client.listProcessingJobs(_ -> {}))
                    .isInstanceOfSatisfying(
                            SageMakerException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
        }
    }

    @Test
    void a_changed_key_file_takes_effect_and_a_broken_one_does_not() throws Exception {
        try (var old = client("AKIDBOB", "bobs-secret", REGION);
                var renewed = client("AKIDBOB", "new-secret", REGION)) {
            old.listProcessingJobs(_ -> {});

            write(KEYS.formatted("new-secret"));
            keys.reload();
            renewed.listProcessingJobs(_ -> {});
            assertRefused("AKIDBOB", "bobs-secret", REGION, "InvalidSignatureException");

            write("[bob]\nnonsense\n");
            assertThatThrownBy(keys::reload)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("line 2: neither [name] nor an entry of one");
            renewed.listProcessingJobs(_ -> {});
        }
    }
}
