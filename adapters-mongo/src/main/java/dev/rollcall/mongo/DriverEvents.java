package dev.rollcall.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ServerType;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;

import dev.rollcall.application.ConnectionUse;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers what the driver tells of while it works and forgets before it fails.
final class DriverEvents implements CommandListener, ServerListener {

    /// Of a server that is not a member of a replica set.
    static final String NO_SET = "";

    private final ThreadLocal<String> command = ThreadLocal.withInitial(() -> "a command");
    private final Map<ServerAddress, String> sets = new ConcurrentHashMap<>();

    private final PoolEvents pools = new PoolEvents();

    /// These settings, with a client of which this is told what happens.
    MongoClientSettings heardBy(MongoClientSettings settings) {
        return MongoClientSettings.builder(settings)
                .addCommandListener(this)
                .applyToConnectionPoolSettings(it -> it.addConnectionPoolListener(pools))
                .applyToServerSettings(server -> server.addServerListener(this))
                .build();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        command.set(event.getCommandName());
    }

    @Override
    public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
        var server = event.getNewDescription();
        if (server.getType() != ServerType.UNKNOWN) {
            sets.put(server.getAddress(), Objects.requireNonNullElse(server.getSetName(), NO_SET));
        }
    }

    ConnectionUse connectionUse() {
        return pools.use();
    }

    /// The command that this thread sent last.
    String command() {
        return command.get();
    }

    /// The replica set of each server that has answered, by its address.
    Map<String, String> replicaSets() {
        var named = new TreeMap<String, String>();
        sets.forEach((address, set) -> named.put(address.toString(), set));
        return named;
    }
}
