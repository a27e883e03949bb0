/** What a training job costs. */
@NullMarked
package dev.plumbline.pricing.training;

import org.jspecify.annotations.NullMarked;
