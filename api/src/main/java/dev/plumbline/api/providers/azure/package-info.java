/** Azure OpenAI by the shapes of its REST interfaces. */
@NullMarked
package dev.plumbline.api.providers.azure;

import org.jspecify.annotations.NullMarked;
