/** Prices in the database and over HTTP: list prices on two axes of time, imports, overrides. */
@NullMarked
package dev.plumbline.api.prices;

import org.jspecify.annotations.NullMarked;
