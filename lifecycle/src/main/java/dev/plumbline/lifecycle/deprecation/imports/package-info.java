/** Documents of others become proposals: observations with a diff against what is believed. */
@NullMarked
package dev.plumbline.lifecycle.deprecation.imports;

import org.jspecify.annotations.NullMarked;
