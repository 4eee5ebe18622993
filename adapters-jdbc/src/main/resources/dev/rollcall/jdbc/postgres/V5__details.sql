-- What is known of a job beyond its summary, apart from the jobs: a listing reads none of it. A row is
-- written by who has its job's row locked, and only for a job that has details. Three arrays, with an
-- element for each member: its name, the version of its value in epoch milliseconds, and its JSON.
CREATE TABLE job_details (
    scope    INT NOT NULL,
    name     TEXT COLLATE "C" NOT NULL,
    members  TEXT[] NOT NULL,
    versions BIGINT[] NOT NULL,
    texts    TEXT[] NOT NULL,
    CONSTRAINT job_details_by_name PRIMARY KEY (scope, name)
);
