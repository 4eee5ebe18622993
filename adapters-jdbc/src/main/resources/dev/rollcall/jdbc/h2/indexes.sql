-- One index for each order of a listing, with and without a fixed status. Behind the order stands
-- whatever else a filter can ask for, so that a walk never leaves its index. Where jobs that follow
-- each other lie apart in the table, the rest of the job stands there too, so that a page, which is
-- read whole from its index, doesn't load each job from a place of its own. Apart from the
-- migrations, since a great import builds them last.
CREATE UNIQUE INDEX IF NOT EXISTS job_by_name ON job (scope, name)
    INCLUDE (created, status, modified, ended, exit_message, failure_reason,
        name_in_arn);
CREATE INDEX IF NOT EXISTS job_by_creation ON job (scope, created, name, status, modified);
CREATE INDEX IF NOT EXISTS job_by_status
    ON job (scope, status, name, created, modified, ended, exit_message, failure_reason,
        name_in_arn);
CREATE INDEX IF NOT EXISTS job_by_status_and_creation
    ON job (scope, status, created, name, modified, ended, exit_message, failure_reason,
        name_in_arn);
CREATE INDEX IF NOT EXISTS job_by_modification ON job (scope, modified, name, created, status);
