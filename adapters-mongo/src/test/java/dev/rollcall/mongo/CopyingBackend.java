package dev.rollcall.mongo;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;

/// Answers with documents as they were at one moment, as MongoDB does. Those of the memory backend
/// may be changed, field by field, while they are sent.
final class CopyingBackend extends MemoryBackend {

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new MemoryDatabase(name, getCursorRegistry()) {
            @Override
            protected MemoryCollection openOrCreateCollection(
                    String name, CollectionOptions options) {
                return new MemoryCollection(this, name, options, cursorRegistry) {
                    @Override
                    public synchronized QueryResult handleQuery(QueryParameters query) {
                        var found = super.handleQuery(query);
                        return new QueryResult(
                                found.collectDocuments().stream()
                                        .map(Document::cloneDeeply)
                                        .toList(),
                                found.getCursorId());
                    }
                };
            }
        };
    }
}
