/** Facts with their source: who said what, when, and how surely. */
@NullMarked
package dev.plumbline.core.evidence;

import org.jspecify.annotations.NullMarked;
