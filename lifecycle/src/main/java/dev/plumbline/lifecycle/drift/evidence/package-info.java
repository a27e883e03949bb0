/**
 * The file that proves a verdict: all it rests on, so that a third party computes it again with
 * {@code plumbline drift recompute}. {@link dev.plumbline.lifecycle.drift.evidence.Evidence} is the
 * content, {@link dev.plumbline.lifecycle.drift.evidence.Recomputation} the check.
 */
@NullMarked
package dev.plumbline.lifecycle.drift.evidence;

import org.jspecify.annotations.NullMarked;
