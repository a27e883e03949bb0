package dev.plumbline.api.web;

import java.util.Optional;

/** Another way to sign in than a password, when one is configured. */
public interface SignInProvider {

  /** Where the way begins; a GET, with the parameter {@code to}. */
  String ADDRESS = "/sign-in/oidc";

  /** What its button says after "Sign in with"; empty when there is none. */
  Optional<String> label();

  /** Who vouches for people there: its address; empty when there is none. */
  Optional<String> issuer();
}
