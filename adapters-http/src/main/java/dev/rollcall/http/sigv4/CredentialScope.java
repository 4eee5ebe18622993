package dev.rollcall.http.sigv4;

/// What a signing key is valid for: one day, one region, one service.
///
/// @param day in UTC: `20130609`
record CredentialScope(String day, String region, String service) {

    static final String TERMINATOR = "aws4_request";

    /// As in a credential and in the string to sign.
    @Override
    public String toString() {
        return day + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
