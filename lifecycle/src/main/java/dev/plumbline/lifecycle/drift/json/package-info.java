/** JSON of the drift files, read within limits so that every refusal names its line and field. */
@NullMarked
package dev.plumbline.lifecycle.drift.json;

import org.jspecify.annotations.NullMarked;
