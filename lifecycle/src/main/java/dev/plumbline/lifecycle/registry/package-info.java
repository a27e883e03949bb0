/** What an organisation runs: fine-tunes and where they come from, deployments, consumers, pins. */
@NullMarked
package dev.plumbline.lifecycle.registry;

import org.jspecify.annotations.NullMarked;
