/**
 * How good a fine-tune is: its loss while it was trained, its answers on a hold-out beside those of
 * its base, and the quality that its users report afterwards. Pure: no clock, and seeds come from
 * outside.
 */
@NullMarked
package dev.plumbline.lifecycle.evaluation;

import org.jspecify.annotations.NullMarked;
