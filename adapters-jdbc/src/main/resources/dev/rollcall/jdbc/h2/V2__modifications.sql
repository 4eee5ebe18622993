CREATE INDEX job_by_modification ON job (scope, modified, name, created, status);

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
