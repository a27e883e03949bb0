/** The only place that asks what time it is. */
@NullMarked
package dev.plumbline.api.time;

import org.jspecify.annotations.NullMarked;
