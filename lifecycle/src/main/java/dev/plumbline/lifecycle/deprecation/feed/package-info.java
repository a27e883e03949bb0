/** What subscribers get: one item for each clock, one entry for each move. */
@NullMarked
package dev.plumbline.lifecycle.deprecation.feed;

import org.jspecify.annotations.NullMarked;
