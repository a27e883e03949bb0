package dev.plumbline.api.access;

/** One's own account as its page shows it. */
public record AccountView(String name, String email, String organisation, boolean hasPassword) {

  static AccountView of(LocalAccounts.Account account) {
    return new AccountView(
        account.name(),
        account.email(),
        account.organisationName(),
        account.passwordHash().isPresent());
  }
}
