/** Half-open day ranges, so that off-by-one is decided once. */
@NullMarked
package dev.plumbline.core.time;

import org.jspecify.annotations.NullMarked;
