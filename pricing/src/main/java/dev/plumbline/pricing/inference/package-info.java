/** What one answered request costs, with its prompt cache, tier and retries. */
@NullMarked
package dev.plumbline.pricing.inference;

import org.jspecify.annotations.NullMarked;
