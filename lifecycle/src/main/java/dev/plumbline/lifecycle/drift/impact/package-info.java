/**
 * What a change costs: {@link dev.plumbline.lifecycle.drift.impact.MoneyImpact} follows from
 * recorded figures alone, so that it can be computed again with the verdict.
 */
@NullMarked
package dev.plumbline.lifecycle.drift.impact;

import org.jspecify.annotations.NullMarked;
