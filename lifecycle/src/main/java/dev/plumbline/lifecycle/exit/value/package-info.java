/** Amounts that others worked out, and what follows from them and from the days left. */
@NullMarked
package dev.plumbline.lifecycle.exit.value;

import org.jspecify.annotations.NullMarked;
