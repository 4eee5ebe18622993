package dev.rollcall.http.observed;

import dev.rollcall.domain.tokens.TokenRefusal;
import dev.rollcall.http.access.RefusedClaim;

import org.eclipse.jetty.server.Request;

import java.util.Optional;

/// What is found out about a request while it is answered. One thread at a time writes it, and it
/// is read when the request was answered.
public final class RequestNotes {

    /// Of a request that names none of the server's operations.
    public static final String NO_OPERATION = "none";

    private static final String ATTRIBUTE = RequestNotes.class.getName();

    /// A page of a listing.
    ///
    /// @param items how many it has
    /// @param asked how many were asked for
    /// @param isLast whether no page comes after it
    public record PageNote(int items, int asked, boolean isLast) {

        /// Whether the page was answered before it was full, though there are more.
        public boolean isShort() {
            return !isLast && items < asked;
        }
    }

    /// What became of the records of a request.
    public record RecordsNote(int changed, int unchanged, int refused) {}

    private String operation = NO_OPERATION;
    private boolean throttled;
    private Optional<String> keyId = Optional.empty();
    private Optional<RefusedClaim> refusal = Optional.empty();
    private Optional<PageNote> page = Optional.empty();
    private Optional<RecordsNote> records = Optional.empty();
    private Optional<TokenRefusal> tokenRefusal = Optional.empty();

    /// The notes about this request; always the same ones.
    public static RequestNotes of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestNotes notes) {
            return notes;
        }
        var notes = new RequestNotes();
        request.setAttribute(ATTRIBUTE, notes);
        return notes;
    }

    public void operation(String name) {
        operation = name;
    }

    public void key(String id) {
        keyId = Optional.of(id);
    }

    public void refused(RefusedClaim claim) {
        refusal = Optional.of(claim);
        keyId = claim.keyId();
    }

    public void throttled(String id) {
        throttled = true;
        key(id);
    }

    public void page(PageNote note) {
        page = Optional.of(note);
    }

    public void records(RecordsNote note) {
        records = Optional.of(note);
    }

    public void tokenRefused(TokenRefusal reason) {
        tokenRefusal = Optional.of(reason);
    }

    public String operation() {
        return operation;
    }

    /// The key that the client used, or says it used if it was refused.
    public Optional<String> keyId() {
        return keyId;
    }

    public Optional<RefusedClaim> refusal() {
        return refusal;
    }

    public boolean throttled() {
        return throttled;
    }

    public Optional<PageNote> page() {
        return page;
    }

    public Optional<RecordsNote> records() {
        return records;
    }

    public Optional<TokenRefusal> tokenRefusal() {
        return tokenRefusal;
    }

    /// How many things the answer is about: the jobs of a page, or the records of a request.
    public int items() {
        return page.map(PageNote::items)
                .or(() -> records.map(it -> it.changed() + it.unchanged() + it.refused()))
                .orElse(0);
    }
}
