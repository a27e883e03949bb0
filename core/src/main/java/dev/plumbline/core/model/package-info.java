/** Model names: the one place that takes them apart. */
@NullMarked
package dev.plumbline.core.model;

import org.jspecify.annotations.NullMarked;
