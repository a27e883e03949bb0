/**
 * Telling people and systems: channels, messages written with their cause, and deliveries that are
 * tried for days. At least once with a stable id, and once where nothing fails.
 */
@NullMarked
package dev.plumbline.api.notifications;

import org.jspecify.annotations.NullMarked;
