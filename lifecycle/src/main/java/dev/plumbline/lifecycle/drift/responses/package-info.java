/** What a model answered, as the tests read it. */
@NullMarked
package dev.plumbline.lifecycle.drift.responses;

import org.jspecify.annotations.NullMarked;
