/**
 * Puts probes to models: suites, targets with their schedule, runs that cost no call twice, and
 * what came of each call.
 */
@NullMarked
package dev.plumbline.api.probes;

import org.jspecify.annotations.NullMarked;
