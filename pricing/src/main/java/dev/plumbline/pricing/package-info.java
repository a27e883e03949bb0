/** Plumbline pricing. */
@NullMarked
package dev.plumbline.pricing;

import org.jspecify.annotations.NullMarked;
