/** Who asks, and what they may: the words that access, audit and every feature share. */
@NullMarked
package dev.plumbline.api.identity;

import org.jspecify.annotations.NullMarked;
