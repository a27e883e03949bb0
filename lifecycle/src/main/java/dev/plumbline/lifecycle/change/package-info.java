/** Changes of model: asked for by one person, decided by another, provable later. */
@NullMarked
package dev.plumbline.lifecycle.change;

import org.jspecify.annotations.NullMarked;
