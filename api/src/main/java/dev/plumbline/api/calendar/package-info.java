/**
 * The deprecation calendar for people and programs: the list with its filters, what decided a date,
 * imports that wait for approval, feeds to subscribe to, and the page.
 */
@NullMarked
package dev.plumbline.api.calendar;

import org.jspecify.annotations.NullMarked;
