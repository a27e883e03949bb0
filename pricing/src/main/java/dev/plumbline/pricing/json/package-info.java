/** JSON from outside, read strictly and within limits. */
@NullMarked
package dev.plumbline.pricing.json;

import org.jspecify.annotations.NullMarked;
