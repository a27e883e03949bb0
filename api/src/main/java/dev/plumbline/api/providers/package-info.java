/** How providers of models are asked; one package each knows one provider's interface. */
@NullMarked
package dev.plumbline.api.providers;

import org.jspecify.annotations.NullMarked;
