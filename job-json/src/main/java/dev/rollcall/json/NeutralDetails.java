package dev.rollcall.json;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.Optional;
import java.util.Set;

/// What an answer has where a member is not known that the API requires: the values that generated
/// clients use for a missing required member. AWS's own Python SDK refuses an answer whose required
/// structures are there without their required members, and its `wait` fails if the structures are
/// absent.
final class NeutralDetails {

    /// The details that an answer must have.
    static final Set<String> REQUIRED =
            Set.of(DetailMembers.APP_SPECIFICATION, DetailMembers.PROCESSING_RESOURCES);

    private static final String NOTHING_KNOWN = "{}";

    private static final JsonFactory JSON = new JsonFactory();

    private NeutralDetails() {}

    /// The value of a required detail, in which every required member is there.
    ///
    /// @param known what is known of it
    static String filledIn(String member, Optional<String> known) {
        String json = known.orElse(NOTHING_KNOWN);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return DetailReader.fillingIn(parser).readAgain(member).orElse(json);
        }
    }

    /// Whether a value says no more than an answer that knows nothing, such as that of another
    /// Rollcall.
    static boolean isNeutral(String member, String json) {
        return REQUIRED.contains(member) && json.equals(filledIn(member, Optional.empty()));
    }
}
