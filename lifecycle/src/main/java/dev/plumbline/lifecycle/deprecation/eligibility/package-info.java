/** Who may still train, and what ends when a fine-tune is not called. */
@NullMarked
package dev.plumbline.lifecycle.deprecation.eligibility;

import org.jspecify.annotations.NullMarked;
