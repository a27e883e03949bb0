/** Limits of what anybody may send: size by route, patience with slow senders, shapes of JSON. */
@NullMarked
package dev.plumbline.api.limits;

import org.jspecify.annotations.NullMarked;
