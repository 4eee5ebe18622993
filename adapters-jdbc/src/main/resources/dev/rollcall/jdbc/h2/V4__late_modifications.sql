-- The late jobs that were modified in some period: few of the late ones, which are few.
CREATE INDEX late_job_by_modification ON late_job (scope, modified, name, created, status);
