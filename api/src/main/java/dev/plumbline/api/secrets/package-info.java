/**
 * Secrets at rest: each sealed by a random data key of its own, which a master key wraps. Nothing
 * else in the product encrypts.
 */
@NullMarked
package dev.plumbline.api.secrets;

import org.jspecify.annotations.NullMarked;
