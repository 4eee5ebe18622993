-- Built anew when the migrations are done, with whole jobs in them.
DROP INDEX IF EXISTS job_by_name;
DROP INDEX IF EXISTS job_by_status;
DROP INDEX IF EXISTS job_by_status_and_creation;
