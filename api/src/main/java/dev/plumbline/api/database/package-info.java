/**
 * The default database: PostgreSQL from Maven-delivered binaries, started, found again, stopped.
 */
@NullMarked
package dev.plumbline.api.database;

import org.jspecify.annotations.NullMarked;
