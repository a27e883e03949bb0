/** Tables of a documentation page, HTML or Markdown, with the headings above them. */
@NullMarked
package dev.plumbline.lifecycle.deprecation.imports.table;

import org.jspecify.annotations.NullMarked;
