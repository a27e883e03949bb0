/** The calendar by RFC 5545. */
@NullMarked
package dev.plumbline.lifecycle.deprecation.ical;

import org.jspecify.annotations.NullMarked;
