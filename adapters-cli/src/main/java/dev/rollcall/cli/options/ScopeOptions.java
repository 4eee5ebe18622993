package dev.rollcall.cli.options;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.jobs.Scope;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.List;

/// The options that name an account and a region.
public final class ScopeOptions {

    private static final String DEFAULT_ACCOUNT = "123456789012";
    private static final String DEFAULT_REGION = "us-east-1";

    @Option(
            names = "--account",
            paramLabel = "ID",
            converter = AccountConverter.class,
            description = "The AWS account, twelve digits. Default: " + DEFAULT_ACCOUNT + ".")
    private @Nullable AccountId account;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = RegionConverter.class,
            description = "The AWS region. Default: " + DEFAULT_REGION + ".")
    private @Nullable Region region;

    /// What the options name, or the defaults.
    public Scope scope() {
        return new Scope(
                account == null ? new AccountId(DEFAULT_ACCOUNT) : account,
                region == null ? new Region(DEFAULT_REGION) : region);
    }

    /// Whether the options name both the account and the region.
    public boolean areComplete() {
        return account != null && region != null;
    }

    /// What the options name; where they leave something open, the only one of these scopes that
    /// fits them. If none fits or several do, the defaults fill what is open.
    public Scope scopeAmong(List<Scope> scopes) {
        List<Scope> fitting = scopes.stream().filter(this::fits).toList();
        return fitting.size() == 1 ? fitting.getFirst() : scope();
    }

    private boolean fits(Scope scope) {
        return (account == null || account.equals(scope.account()))
                && (region == null || region.equals(scope.region()));
    }

    static final class AccountConverter implements ITypeConverter<AccountId> {

        @Override
        public AccountId convert(String id) {
            return AccountId.parse(id)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'%s' is not twelve digits".formatted(id)));
        }
    }

    static final class RegionConverter implements ITypeConverter<Region> {

        @Override
        public Region convert(String code) {
            return Region.parse(code)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'%s' is not a region's code".formatted(code)));
        }
    }
}
