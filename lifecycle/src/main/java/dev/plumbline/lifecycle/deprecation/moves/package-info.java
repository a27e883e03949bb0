/** How the ends of models moved: events derived from observations, never stored by hand. */
@NullMarked
package dev.plumbline.lifecycle.deprecation.moves;

import org.jspecify.annotations.NullMarked;
