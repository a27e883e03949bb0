/**
 * What a provider lists and answers, compared with what was known: which models are there, which
 * are not, and how surely. Nothing here asks anybody; see {@link ProviderFeed}.
 */
@NullMarked
package dev.plumbline.lifecycle.sync;

import org.jspecify.annotations.NullMarked;
