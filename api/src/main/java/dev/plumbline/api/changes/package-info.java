/** Changes of model on the server: asked for, proved, decided by somebody else, never forgotten. */
@NullMarked
package dev.plumbline.api.changes;

import org.jspecify.annotations.NullMarked;
