package dev.rollcall.bootstrap;

import dev.rollcall.bootstrap.serve.Service;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.net.URI;
import java.security.GeneralSecurityException;

/// Real AWS SDK clients that are pointed at a Rollcall.
final class Clients {

    private Clients() {}

    static SageMakerClient of(Service service, String region) {
        return of(URI.create(service.uri()), region);
    }

    static SageMakerClient of(URI endpoint, String region) {
        return of(endpoint, region, "AKIDEXAMPLE", "secret", UrlConnectionHttpClient.create());
    }

    /// A client with a key of its own, which trusts the server's certificate.
    static SageMakerClient of(
            Service service, String region, String keyId, String secret, PemPair pem)
            throws GeneralSecurityException {
        var trust = pem.trust();
        return of(
                URI.create(service.uri()),
                region,
                keyId,
                secret,
                UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> trust).build());
    }

    private static SageMakerClient of(
            URI endpoint, String region, String keyId, String secret, SdkHttpClient http) {
        return SageMakerClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                .httpClient(http)
                .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD))
                .build();
    }
}
