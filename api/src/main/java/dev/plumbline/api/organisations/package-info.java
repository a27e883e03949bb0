/** The customers, whose data is kept apart by PostgreSQL itself. */
@NullMarked
package dev.plumbline.api.organisations;

import org.jspecify.annotations.NullMarked;
