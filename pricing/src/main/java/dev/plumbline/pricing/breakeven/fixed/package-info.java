/** What fine-tuning costs whatever the traffic, and what time does to it. */
@NullMarked
package dev.plumbline.pricing.breakeven.fixed;

import org.jspecify.annotations.NullMarked;
