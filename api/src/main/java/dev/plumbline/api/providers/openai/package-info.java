/** OpenAI by its official client; the only package that knows it. */
@NullMarked
package dev.plumbline.api.providers.openai;

import org.jspecify.annotations.NullMarked;
