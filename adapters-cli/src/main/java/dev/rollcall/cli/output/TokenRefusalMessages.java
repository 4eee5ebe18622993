package dev.rollcall.cli.output;

import dev.rollcall.domain.tokens.TokenRefusal;

/// The sentences for page tokens that are refused at the command line.
public final class TokenRefusalMessages {

    private TokenRefusalMessages() {}

    public static String of(TokenRefusal refusal) {
        return switch (refusal) {
            case MALFORMED -> "it is not a page token.";
            case UNKNOWN_VERSION -> "another version of Rollcall made it.";
            case UNKNOWN_KEY -> "the key that sealed it is not among the token keys.";
            case NOT_AUTHENTIC -> "it was changed, or it is of another account or region.";
            case OTHER_LISTING -> "it is of a listing with other filters or another order.";
            case EXPIRED -> "it has expired.";
            case NOT_YET_VALID -> "it is from the future: the clocks of the machines differ.";
        };
    }
}
