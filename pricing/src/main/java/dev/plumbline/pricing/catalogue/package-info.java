/** Published prices with two times each, where they come from, and which one holds. */
@NullMarked
package dev.plumbline.pricing.catalogue;

import org.jspecify.annotations.NullMarked;
