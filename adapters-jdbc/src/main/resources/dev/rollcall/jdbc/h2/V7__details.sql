-- What is known of a job beyond its summary, apart from the jobs: a listing reads none of it. Only a
-- job that has details has a row. Three arrays, with an element for each member: its name, the version
-- of its value in epoch milliseconds, and its JSON.
CREATE TABLE job_details (
    scope    INT NOT NULL,
    name     VARCHAR(63) NOT NULL,
    members  VARCHAR ARRAY NOT NULL,
    versions BIGINT ARRAY NOT NULL,
    texts    VARCHAR ARRAY NOT NULL,
    PRIMARY KEY (scope, name)
);

-- The few jobs whose ARN spells the name in another way, in the order of that. A row is written with
-- its job's, in one transaction.
CREATE TABLE job_arn (
    scope       INT NOT NULL,
    name_in_arn VARCHAR(63) NOT NULL,
    name        VARCHAR(63) NOT NULL,
    PRIMARY KEY (scope, name_in_arn, name)
);
INSERT INTO job_arn SELECT scope, name_in_arn, name FROM job WHERE name_in_arn IS NOT NULL;
