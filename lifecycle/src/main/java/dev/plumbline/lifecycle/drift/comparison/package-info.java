/**
 * Two fixed samples, before and now: each test is a record of its data and settings, so that its
 * result can be computed again. {@link dev.plumbline.lifecycle.drift.comparison.Comparison} is
 * where to begin.
 */
@NullMarked
package dev.plumbline.lifecycle.drift.comparison;

import org.jspecify.annotations.NullMarked;
