/**
 * Exit plans: what it costs to leave a fine-tune, and who does what by when. The one place where
 * pricing and lifecycle meet.
 */
@NullMarked
package dev.plumbline.api.exitplans;

import org.jspecify.annotations.NullMarked;
