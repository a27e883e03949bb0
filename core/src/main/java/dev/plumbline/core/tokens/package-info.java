/** Counts of tokens that say whether they are exact. */
@NullMarked
package dev.plumbline.core.tokens;

import org.jspecify.annotations.NullMarked;
