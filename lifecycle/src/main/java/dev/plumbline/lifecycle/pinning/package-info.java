/** What an application may be pinned to, per environment; every refusal names all its reasons. */
@NullMarked
package dev.plumbline.lifecycle.pinning;

import org.jspecify.annotations.NullMarked;
