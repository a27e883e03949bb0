/**
 * How somebody becomes a {@link dev.plumbline.api.identity.Caller}: tokens, sessions, local
 * accounts, and the checks that a browser's request was meant.
 */
@NullMarked
package dev.plumbline.api.access;

import org.jspecify.annotations.NullMarked;
