/** The customers whose data is kept apart. One of them exists so far. */
@NullMarked
package dev.plumbline.api.organisations;

import org.jspecify.annotations.NullMarked;
