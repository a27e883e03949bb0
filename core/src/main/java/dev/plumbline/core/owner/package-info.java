/** To whom spend, pins and alerts belong. */
@NullMarked
package dev.plumbline.core.owner;

import org.jspecify.annotations.NullMarked;
