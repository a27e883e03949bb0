package dev.plumbline.api.settings;

/** What was typed to store a credential, but for the secret, to be shown again when refused. */
public record CredentialTyped(String name, String kind, String provider, String project) {

  static final CredentialTyped NOTHING = new CredentialTyped("", "provider", "", "");
}
