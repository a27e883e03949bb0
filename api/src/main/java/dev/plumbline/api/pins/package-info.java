/**
 * Which pins the policies of an organisation allow, who answers for exceptions, and setting pins.
 */
@NullMarked
package dev.plumbline.api.pins;

import org.jspecify.annotations.NullMarked;
