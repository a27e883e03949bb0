/**
 * Questions with known answers that are put to a model again and again, and how many of them a
 * budget pays for.
 */
@NullMarked
package dev.plumbline.lifecycle.probe;

import org.jspecify.annotations.NullMarked;
