/// What every SQL database shares: conditions, scans, rows, transactions.
@NullMarked
package dev.rollcall.jdbc.sql;

import org.jspecify.annotations.NullMarked;
