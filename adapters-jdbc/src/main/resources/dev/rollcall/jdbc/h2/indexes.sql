-- One index for each order of a listing, with and without a fixed status. Behind the order stands
-- whatever else a filter can ask for, so that a walk never leaves its index. Apart from the
-- migrations, since a great import builds them last.
CREATE UNIQUE INDEX IF NOT EXISTS job_by_name
    ON job (scope, name) INCLUDE (created, status, modified);
CREATE INDEX IF NOT EXISTS job_by_creation ON job (scope, created, name, status, modified);
CREATE INDEX IF NOT EXISTS job_by_status ON job (scope, status, name, created, modified);
CREATE INDEX IF NOT EXISTS job_by_status_and_creation
    ON job (scope, status, created, name, modified);
CREATE INDEX IF NOT EXISTS job_by_modification ON job (scope, modified, name, created, status);
