package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Permission;

import java.util.Optional;

/// One operation of the API.
///
/// It never decides by who asks. [AwsJsonHandler] checks the permission after [#read] and before
/// [Call#answer], so an operation cannot forget to.
interface Operation {

    /// The name by which clients ask for it, without the name of the service.
    String name();

    /// What `X-Amz-Target` must be for it.
    default String target() {
        return "SageMaker." + name();
    }

    /// The permission that a client's key must have.
    Permission permission();

    /// How long the body of a request may be, in bytes: as long as a legal one may need. A longer
    /// one is refused as soon as that is known.
    int maxBodyBytes();

    /// Reads a request.
    ///
    /// @param body as the client sent it
    /// @throws SerializationException if it is not a JSON object or a member has a wrong type
    Call read(byte[] body) throws SerializationException;

    /// A request that was read and waits for its answer.
    @FunctionalInterface
    interface Call {

        /// The ARN of what the request is about, as a refusal for want of a permission names it;
        /// empty if it is about no single resource.
        ///
        /// @param scope that of the client
        default Optional<String> resource(Scope scope) {
            return Optional.empty();
        }

        /// Answers the request.
        ///
        /// @param scope whose jobs the request is about; the client is allowed to use it
        /// @param client who asks: only so that clients take turns
        /// @param requestId for the log
        /// @throws StorageUnavailable if the store cannot answer now
        AwsResponse answer(Scope scope, Client client, String requestId);
    }
}
