-- The names in two halves, so that two cores can build the index of texts: it takes longer than all
-- others together, and one core at a time is all that PostgreSQL builds it with.
DROP TABLE job_name;
CREATE TABLE job_name (
    scope INT NOT NULL,
    name  TEXT COLLATE "C" NOT NULL
) PARTITION BY HASH (name);
CREATE TABLE job_name_0 PARTITION OF job_name FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE job_name_1 PARTITION OF job_name FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO job_name (scope, name) SELECT scope, name FROM job;
