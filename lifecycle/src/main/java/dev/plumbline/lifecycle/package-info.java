/** Plumbline lifecycle. */
@NullMarked
package dev.plumbline.lifecycle;

import org.jspecify.annotations.NullMarked;
