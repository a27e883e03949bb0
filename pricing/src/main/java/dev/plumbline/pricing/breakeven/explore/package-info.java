/** Questions around one break-even answer: curves, sensitivities, uncertainty, several bases. */
@NullMarked
package dev.plumbline.pricing.breakeven.explore;

import org.jspecify.annotations.NullMarked;
