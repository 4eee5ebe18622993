-- The job's name as its ARN spells it; NULL where that is the name itself. AWS wrote it in lower case
-- until late 2022.
ALTER TABLE job ADD COLUMN name_in_arn TEXT;
