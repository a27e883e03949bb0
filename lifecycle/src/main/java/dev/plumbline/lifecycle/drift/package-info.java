/**
 * Whether the model behind an id is still the same one.
 *
 * <p>{@link dev.plumbline.lifecycle.drift.DriftMonitor} is where to begin: observations of cycles
 * go in, verdicts come out. {@code sequential} holds the streams that run for ever, {@code
 * comparison} the tests of two fixed samples, {@code fingerprint} the clusters of
 * log-probabilities, {@code verdict} the states and whose change it is, {@code evidence} the file
 * from which all of it can be computed again, {@code stats} the mathematics.
 */
@NullMarked
package dev.plumbline.lifecycle.drift;

import org.jspecify.annotations.NullMarked;
