/**
 * Sign-in by an OpenID Connect provider: who its ID token names, and which role its claims give.
 */
@NullMarked
package dev.plumbline.api.oidc;

import org.jspecify.annotations.NullMarked;
