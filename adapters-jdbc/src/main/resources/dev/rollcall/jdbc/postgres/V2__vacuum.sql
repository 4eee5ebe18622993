-- An entry of an index tells all that a walk wants to know only if a vacuum has seen its row since it
-- was written; else the row is looked at too. By default a fifth of all rows must change before the
-- next vacuum, and the recent jobs, which are asked for most, would wait longest.
ALTER TABLE job SET (
    autovacuum_vacuum_insert_scale_factor = 0.001,
    autovacuum_vacuum_scale_factor = 0.01);
