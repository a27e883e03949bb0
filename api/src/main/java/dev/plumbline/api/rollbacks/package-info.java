/** The model before, of every deployment and application: whether one can go back to it. */
@NullMarked
package dev.plumbline.api.rollbacks;

import org.jspecify.annotations.NullMarked;
