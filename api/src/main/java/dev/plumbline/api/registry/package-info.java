/** The registry for programs and people: models with their dates, their line and their callers. */
@NullMarked
package dev.plumbline.api.registry;

import org.jspecify.annotations.NullMarked;
