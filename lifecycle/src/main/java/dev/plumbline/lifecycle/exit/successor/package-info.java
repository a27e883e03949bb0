/** What could take a model's place, checked and put in an order; never put in place by itself. */
@NullMarked
package dev.plumbline.lifecycle.exit.successor;

import org.jspecify.annotations.NullMarked;
