/**
 * Dates of an organisation: what ships with Plumbline and what its own sources said, the calendar
 * that follows, and the events when it changes. Other features ask here, many in words of core.
 */
package dev.plumbline.api.deprecations;
