package dev.rollcall.http;

import dev.rollcall.application.StorageUnavailable;

/// One operation of the API.
interface Operation {

    /// The name by which clients ask for it, without the service's.
    String name();

    /// Answers a request.
    ///
    /// @param client who asks, and whose data it is about
    /// @param body as the client sent it
    /// @param requestId for the log
    /// @throws StorageUnavailable if the store cannot answer now
    Answer answer(Authentication.Authenticated client, byte[] body, String requestId);
}
