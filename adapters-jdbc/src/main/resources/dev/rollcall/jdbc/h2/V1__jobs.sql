-- An account and a region in four bytes: the number begins every entry of every index.
CREATE TABLE scope (
    id      INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account VARCHAR(12) NOT NULL,
    region  VARCHAR(32) NOT NULL,
    CONSTRAINT scope_is_unique UNIQUE (account, region)
);

-- Times are epoch milliseconds; status is the domain's code, which sorts as the wire names do; the
-- ARN follows from scope and name. Messages have no length here: 1024 code points may be 2048
-- UTF-16 units, which is what a length would count.
CREATE TABLE job (
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope          INT NOT NULL,
    name           VARCHAR(63) NOT NULL,
    status         TINYINT NOT NULL,
    created        BIGINT NOT NULL,
    modified       BIGINT NOT NULL,
    ended          BIGINT,
    exit_message   VARCHAR,
    failure_reason VARCHAR
);

-- One index for each order of a listing, with and without a fixed status. Behind the order stands
-- whatever else a filter can ask for, so that a walk never leaves its index.
CREATE UNIQUE INDEX job_by_name ON job (scope, name) INCLUDE (created, status, modified);
CREATE INDEX job_by_creation ON job (scope, created, name, status, modified);
CREATE INDEX job_by_status ON job (scope, status, name, created, modified);
CREATE INDEX job_by_status_and_creation ON job (scope, status, created, name, modified);

-- After the indexes, so that it uses one of them and makes none of its own.
ALTER TABLE job ADD CONSTRAINT job_has_a_scope FOREIGN KEY (scope) REFERENCES scope;
