/** Opaque tokens by which machines and the command line are known, and how they come and go. */
@NullMarked
package dev.plumbline.api.tokens;

import org.jspecify.annotations.NullMarked;
