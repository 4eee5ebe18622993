package dev.rollcall.mongo;

import com.mongodb.client.MongoClients;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The MongoDB server that the environment names, if it names one.
final class RealServer implements ExecutionCondition {

    private static final Pattern FORM =
            Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (uri().isPresent()) {
            return ConditionEvaluationResult.enabled("MONGODB_URI is set");
        }
        if (context.getTestMethod().isEmpty()) {
            String name = context.getDisplayName();
            IO.println("Skipped: %s, for MONGODB_URI is not set".formatted(name));
        }
        return ConditionEvaluationResult.disabled("MONGODB_URI is not set");
    }

    private static Optional<String> uri() {
        return Optional.ofNullable(System.getenv("MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    /// The connection string of a database that nobody has used.
    static String freshUrl() {
        return inDatabase(uri().orElseThrow(), "rollcall-test-" + UUID.randomUUID());
    }

    /// The string with another database: where users are looked up must then be said.
    static String inDatabase(String uri, String database) {
        Matcher form = FORM.matcher(uri);
        if (!form.matches()) {
            throw new IllegalArgumentException("MONGODB_URI is not a connection string");
        }
        var options = new StringBuilder(Optional.ofNullable(form.group(3)).orElse(""));
        if (form.group(1).contains("@") && !options.toString().contains("authSource=")) {
            String users =
                    Optional.ofNullable(form.group(2)).filter(db -> !db.isEmpty()).orElse("admin");
            options.append("&authSource=").append(users);
        }
        if (!options.toString().contains("timeoutMS=")) {
            options.append("&timeoutMS=60000");
        }
        return form.group(1) + "/" + database + "?" + options.toString().replaceFirst("^&", "");
    }

    static void drop(String url) {
        try (var client = MongoClients.create(url)) {
            client.getDatabase(MongoUrl.of(url).database()).drop();
        }
    }
}
