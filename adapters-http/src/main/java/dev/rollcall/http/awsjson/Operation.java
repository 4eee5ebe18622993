package dev.rollcall.http.awsjson;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Permission;

/// One operation of the API.
///
/// It never sees who asks: [AwsJsonHandler] checks the permission between the reading and the
/// answer, so no operation can forget to.
public interface Operation {

    /// The name by which clients ask for it, without the service's.
    String name();

    /// What a client's key must be allowed to do.
    Permission permission();

    /// Reads a request.
    ///
    /// @param body as the client sent it
    /// @throws SerializationException if it is not JSON or a member has a wrong type
    Call read(byte[] body) throws SerializationException;

    /// A request that was read.
    @FunctionalInterface
    interface Call {

        /// Answers the request.
        ///
        /// @param scope whose data it is about; the client may use it
        /// @param requestId for the log
        /// @throws StorageUnavailable if the store cannot answer now
        AwsResponse answer(Scope scope, String requestId);
    }
}
