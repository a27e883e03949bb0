/** How to leave a fine-tune that ends: what is left of it, what could follow, and who does what. */
@NullMarked
package dev.plumbline.lifecycle.exit;

import org.jspecify.annotations.NullMarked;
