/** What is checked before the first request: settings that would break a promise. */
@NullMarked
package dev.plumbline.api.startup;

import org.jspecify.annotations.NullMarked;
