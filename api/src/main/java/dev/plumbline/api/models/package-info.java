/** The registry on a server: fine-tunes, deployments, consumers and what they call. */
@NullMarked
package dev.plumbline.api.models;

import org.jspecify.annotations.NullMarked;
