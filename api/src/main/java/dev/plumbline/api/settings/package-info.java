/**
 * The page Settings: people, tokens, credentials and the ways to sign in, for whoever may see them.
 */
@NullMarked
package dev.plumbline.api.settings;

import org.jspecify.annotations.NullMarked;
