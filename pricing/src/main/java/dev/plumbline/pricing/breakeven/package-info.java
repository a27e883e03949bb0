/** From how many requests a month a fine-tuned model is cheaper than its alternative. */
@NullMarked
package dev.plumbline.pricing.breakeven;

import org.jspecify.annotations.NullMarked;
