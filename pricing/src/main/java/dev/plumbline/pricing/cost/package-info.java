/** Quantities times prices: every amount opens up to the rows it was computed from. */
@NullMarked
package dev.plumbline.pricing.cost;

import org.jspecify.annotations.NullMarked;
