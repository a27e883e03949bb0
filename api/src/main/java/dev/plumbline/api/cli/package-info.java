/** The command line: one class per command; offline ones call the domains and boot nothing. */
@NullMarked
package dev.plumbline.api.cli;

import org.jspecify.annotations.NullMarked;
