/** What an answer to a probe is checked for; a check never asks anybody and always ends. */
@NullMarked
package dev.plumbline.lifecycle.probe.check;

import org.jspecify.annotations.NullMarked;
