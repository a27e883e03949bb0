/** Finds model names in code and configuration, and says what sources say about them. */
@NullMarked
package dev.plumbline.lifecycle.scan;

import org.jspecify.annotations.NullMarked;
