package dev.rollcall.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import org.bson.BsonDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hears what a store asks of its server.
final class SentCommands implements CommandListener {

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    /// A store that is heard.
    MongoStore open(String url) {
        var read = MongoUrl.of(url);
        var settings =
                MongoClientSettings.builder(read.settings()).addCommandListener(this).build();
        return MongoStore.open(settings, read);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(event.getCommand().clone());
    }

    /// What was sent while this work was done.
    List<BsonDocument> during(Runnable work) {
        commands.clear();
        work.run();
        return new ArrayList<>(commands);
    }

    /// The searches of indexes among these commands, but not those by identifier.
    static List<BsonDocument> onIndexes(List<BsonDocument> commands) {
        return commands.stream()
                .filter(command -> command.containsKey("find") && command.isString("hint"))
                .toList();
    }
}
