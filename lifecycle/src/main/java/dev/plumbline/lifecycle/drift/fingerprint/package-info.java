/**
 * First-token log-probabilities as fingerprints of serving backends: an id is served by a mixture
 * of them. A mixture that moves is information, a backend never seen is a signal.
 */
@NullMarked
package dev.plumbline.lifecycle.drift.fingerprint;

import org.jspecify.annotations.NullMarked;
