/** Whether watched models are still the same: what is asked of people, and what is told them. */
@NullMarked
package dev.plumbline.api.drift;

import org.jspecify.annotations.NullMarked;
