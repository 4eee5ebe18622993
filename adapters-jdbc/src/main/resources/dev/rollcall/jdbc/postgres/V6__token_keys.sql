-- The keys of page tokens, which all replicas share. A token confers no rights, so these protect
-- nothing that is in this database.
CREATE TABLE token_key (
    number INTEGER PRIMARY KEY,
    added BIGINT NOT NULL,
    secret TEXT NOT NULL
);
