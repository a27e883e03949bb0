/** Training files: read line by line, counted and audited. */
@NullMarked
package dev.plumbline.pricing.dataset;

import org.jspecify.annotations.NullMarked;
