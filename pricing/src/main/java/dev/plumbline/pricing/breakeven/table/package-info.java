/** Break-even scenarios as rows of a table: how planners exchange and check many of them. */
@NullMarked
package dev.plumbline.pricing.breakeven.table;

import org.jspecify.annotations.NullMarked;
