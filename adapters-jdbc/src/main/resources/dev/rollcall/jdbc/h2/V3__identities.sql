-- H2 commits the next number to give each time it has given this many, 32 if not told otherwise,
-- and writes all changed pages with that. Numbers that were not used when the process was killed
-- are never given.
ALTER TABLE job ALTER COLUMN id SET CACHE 100000;
