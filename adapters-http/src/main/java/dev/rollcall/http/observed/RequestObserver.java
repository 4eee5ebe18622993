package dev.rollcall.http.observed;

/// Is told of each request that was answered. It is called by the thread that answered, so it must
/// not wait.
@FunctionalInterface
public interface RequestObserver {

    /// Nobody watches.
    RequestObserver NOBODY = request -> {};

    void answered(AnsweredRequest request);

    /// Both of them.
    default RequestObserver and(RequestObserver other) {
        return request -> {
            answered(request);
            other.answered(request);
        };
    }
}
