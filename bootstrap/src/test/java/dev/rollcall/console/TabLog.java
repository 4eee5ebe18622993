package dev.rollcall.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What happened in a tab.
final class TabLog {

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    void happened(String event, Json details) {
        switch (event) {
            case "Runtime.exceptionThrown" ->
                    complaints.add(details.at("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                var entry = details.at("entry");
                // What the network has to say is an answer of the server, or that there is none.
                if (!entry.at("source").text().equals("network")) {
                    complaints.add(entry.at("text").text());
                }
            }
            case "Network.requestWillBeSent" -> requests.add(details.at("request", "url").text());
            default -> {}
        }
    }

    /// What the browser complained about: exceptions, and breaches of the content policy.
    List<String> complaints() {
        return complaints;
    }

    /// Every address that was asked for.
    List<String> requests() {
        return requests;
    }
}
