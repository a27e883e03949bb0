/** Names and tags of what is measured, in one file. */
@NullMarked
package dev.plumbline.api.metrics;

import org.jspecify.annotations.NullMarked;
