/** Events that providers send to us, believed only with a signature that is fresh. */
@NullMarked
package dev.plumbline.api.webhooks;

import org.jspecify.annotations.NullMarked;
