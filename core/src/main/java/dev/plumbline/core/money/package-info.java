/** Exact amounts: nothing here rounds. */
@NullMarked
package dev.plumbline.core.money;

import org.jspecify.annotations.NullMarked;
