-- A number is looked up before it is written: to check it again for each row gains nothing, and it
-- ties the table to an index.
ALTER TABLE job DROP CONSTRAINT job_has_a_scope;

-- The few jobs whose modification lies outside the week after their creation, 604,800,000 ms, in an
-- order of their own. A row is written with its job's, in one transaction.
CREATE TABLE late_job (
    scope    INT NOT NULL,
    name     VARCHAR(63) NOT NULL,
    status   TINYINT NOT NULL,
    created  BIGINT NOT NULL,
    modified BIGINT NOT NULL,
    PRIMARY KEY (scope, name)
);
CREATE INDEX late_job_by_creation ON late_job (scope, created, name, status, modified);
INSERT INTO late_job
    SELECT scope, name, status, created, modified FROM job
    WHERE modified NOT BETWEEN created AND created + 604800000;
