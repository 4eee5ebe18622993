-- An account and a region in four bytes: the number begins every entry of every index.
CREATE TABLE scope (
    id      INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL,
    region  TEXT COLLATE "C" NOT NULL,
    CONSTRAINT scope_is_unique UNIQUE (account, region)
);

-- Times are epoch milliseconds; status is the domain's code, which sorts as the wire names do; the
-- ARN follows from scope and name. Names compare by byte, as everywhere else.
CREATE TABLE job (
    scope          INT NOT NULL,
    name           TEXT COLLATE "C" NOT NULL,
    status         SMALLINT NOT NULL,
    created        BIGINT NOT NULL,
    modified       BIGINT NOT NULL,
    ended          BIGINT,
    exit_message   TEXT,
    failure_reason TEXT,
    CONSTRAINT job_by_name PRIMARY KEY (scope, name) INCLUDE (created, status, modified)
);

-- Every name once, for the index of texts: a name never changes, so a job that changes state leaves
-- it alone; and with no other index here, a search for a text can take no other.
CREATE TABLE job_name (
    scope INT NOT NULL,
    name  TEXT COLLATE "C" NOT NULL
);
