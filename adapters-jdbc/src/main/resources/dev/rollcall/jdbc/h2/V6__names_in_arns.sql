-- The job's name as its ARN spells it; NULL where that is the name itself. AWS wrote it in lower case
-- until late 2022. H2 copies a table to add a column, so the indexes go first; they are built again
-- when the migrations are done, with the column in those that hold whole jobs.
DROP INDEX IF EXISTS job_by_name;
DROP INDEX IF EXISTS job_by_creation;
DROP INDEX IF EXISTS job_by_status;
DROP INDEX IF EXISTS job_by_status_and_creation;
DROP INDEX IF EXISTS job_by_modification;
ALTER TABLE job ADD COLUMN IF NOT EXISTS name_in_arn VARCHAR(63);
