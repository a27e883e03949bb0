/** How the command line talks to a Plumbline server: addresses, stored tokens, requests. */
@NullMarked
package dev.plumbline.api.remote;

import org.jspecify.annotations.NullMarked;
