/** Objections with a place and a remedy: the common answer of audits, imports and checks. */
@NullMarked
package dev.plumbline.core.finding;

import org.jspecify.annotations.NullMarked;
