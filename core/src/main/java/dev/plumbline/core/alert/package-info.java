/**
 * What needs somebody's attention, from the first sign to the end: keys, states, lead times,
 * escalation, muting and quiet hours. Knows no clock, no database and no channel.
 */
@NullMarked
package dev.plumbline.core.alert;

import org.jspecify.annotations.NullMarked;
