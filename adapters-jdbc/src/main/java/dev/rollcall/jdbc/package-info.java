/// Processing jobs in a SQL database.
@NullMarked
package dev.rollcall.jdbc;

import org.jspecify.annotations.NullMarked;
