/** Hashes of contents. */
@NullMarked
package dev.plumbline.core.hash;

import org.jspecify.annotations.NullMarked;
