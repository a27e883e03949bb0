/**
 * Keys of providers and secrets of channels: written by people, shown to nobody, opened by the
 * features that use them.
 */
@NullMarked
package dev.plumbline.api.credentials;

import org.jspecify.annotations.NullMarked;
