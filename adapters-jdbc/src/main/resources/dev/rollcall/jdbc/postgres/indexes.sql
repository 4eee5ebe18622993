-- One index for each order of a listing, with and without a fixed status. Behind the order stands
-- whatever else a filter can ask for, so that a walk never leaves its index. Apart from the
-- migrations, since a great import builds them last.
CREATE INDEX IF NOT EXISTS job_by_creation
    ON job (scope, created, name) INCLUDE (status, modified);
CREATE INDEX IF NOT EXISTS job_by_status
    ON job (scope, status, name) INCLUDE (created, modified);
CREATE INDEX IF NOT EXISTS job_by_status_and_creation
    ON job (scope, status, created, name) INCLUDE (modified);
CREATE INDEX IF NOT EXISTS job_by_modification
    ON job (scope, modified, name) INCLUDE (created, status);

-- The few jobs whose modification lies outside the week after their creation, 604,800,000 ms.
CREATE INDEX IF NOT EXISTS job_late_by_creation
    ON job (scope, created, name) INCLUDE (status, modified)
    WHERE modified NOT BETWEEN created AND created + 604800000;
CREATE INDEX IF NOT EXISTS job_late_by_modification
    ON job (scope, modified, name) INCLUDE (created, status)
    WHERE modified NOT BETWEEN created AND created + 604800000;

-- The few jobs whose ARN spells the name in another way, by that.
CREATE INDEX IF NOT EXISTS job_by_name_in_arn
    ON job (scope, name_in_arn, name)
    WHERE name_in_arn IS NOT NULL;
