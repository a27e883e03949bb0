/** What is worth an alert: ends of models, and what of ours does not work. */
@NullMarked
package dev.plumbline.api.alerts.rules;

import org.jspecify.annotations.NullMarked;
