/** How the application says over HTTP that something went wrong: RFC 9457 problem details. */
@NullMarked
package dev.plumbline.api.problem;

import org.jspecify.annotations.NullMarked;
