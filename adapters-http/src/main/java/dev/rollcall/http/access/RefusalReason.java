package dev.rollcall.http.access;

/// Why a client was not let in, for an operator.
public enum RefusalReason {
    UNSIGNED("the request has no signature"),
    MALFORMED("its Authorization header or date is not one of AWS Signature Version 4"),
    CLOCK(
            "it was signed too long ago or in the future; compare the clocks of the client and of"
                    + " this machine"),
    UNSIGNED_HEADER("a header that must be signed is not"),
    OTHER_SCOPE("it is signed for another service or day, or for a region that is none"),
    UNKNOWN_KEY("there is no such access key, or not with this session token"),
    MISMATCH(
            "the signature does not match the request. Either the client has a wrong secret, or a"
                    + " proxy changed Host or another signed header"),
    OTHER_REGION("the access key is not valid in this region"),
    EXPIRED_KEY("the temporary access key has expired"),
    NO_PERMISSION("the access key does not allow this operation"),
    WRONG_INTAKE_KEY("its X-Api-Key is not one of --intake-keys"),
    WEB_PAGE("a web page sent it, and it presents no key");

    private final String sentence;

    RefusalReason(String sentence) {
        this.sentence = sentence;
    }

    /// What is wrong, without a full stop.
    public String sentence() {
        return sentence;
    }
}
