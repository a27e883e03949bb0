/** Pure mathematics of the drift tests: no word of the domain, no clock, chance only from seeds. */
@NullMarked
package dev.plumbline.lifecycle.drift.stats;

import org.jspecify.annotations.NullMarked;
