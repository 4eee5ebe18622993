package dev.rollcall.cli.options;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;

import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that name an account and a region.
public final class ScopeOptions {

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "The AWS account, twelve digits. Default: ${DEFAULT-VALUE}.")
    private AccountId account = new AccountId("123456789012");

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The AWS region. Default: ${DEFAULT-VALUE}.")
    private Region region = new Region("us-east-1");

    public Scope scope() {
        return new Scope(account, region);
    }

    public static AccountId account(String id) {
        return AccountId.parse(id)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is not twelve digits".formatted(id)));
    }

    public static Region region(String code) {
        return Region.parse(code)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is not a region's code".formatted(code)));
    }
}
