/** Files of facts: CSV that people review line by line, read with limits and named errors. */
@NullMarked
package dev.plumbline.pricing.table;

import org.jspecify.annotations.NullMarked;
