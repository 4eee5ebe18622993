package dev.rollcall.http;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.Scope;

/// One operation of the API.
interface Operation {

    /// The name by which clients ask for it, without the service's.
    String name();

    /// Answers a request.
    ///
    /// @param scope whose data the client may see
    /// @param body as the client sent it
    /// @param requestId for the log
    /// @throws StorageUnavailable if the store cannot answer now
    Answer answer(Scope scope, byte[] body, String requestId);
}
