/** What a deployed model costs by the hour and the month, even without traffic. */
@NullMarked
package dev.plumbline.pricing.hosting;

import org.jspecify.annotations.NullMarked;
