/** Until when a model can be trained and called: claims with sources, and the rules among them. */
@NullMarked
package dev.plumbline.lifecycle.deprecation;

import org.jspecify.annotations.NullMarked;
