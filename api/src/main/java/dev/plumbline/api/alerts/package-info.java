/**
 * Alerts of an organisation: one row for a key, its history, and what people do with it. Rules
 * state what holds; the book works out what has happened and hands it to the outbox.
 */
@NullMarked
package dev.plumbline.api.alerts;

import org.jspecify.annotations.NullMarked;
