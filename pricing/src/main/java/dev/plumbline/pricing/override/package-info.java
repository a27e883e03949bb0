/** Prices that differ from the list for one customer: negotiated discounts and private prices. */
@NullMarked
package dev.plumbline.pricing.override;

import org.jspecify.annotations.NullMarked;
