/** Quantities of one request, without prices: every token is counted in one category only. */
@NullMarked
package dev.plumbline.pricing.usage;

import org.jspecify.annotations.NullMarked;
