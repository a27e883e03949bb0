package dev.plumbline.api.cli;

import dev.plumbline.api.remote.RemoteFailureException;
import dev.plumbline.api.remote.ServerAddress;
import dev.plumbline.api.remote.StoredLogins;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forgets the token for a server. */
@Command(
    name = "logout",
    mixinStandardHelpOptions = true,
    description = "Forget the token for a server. The token itself still works: revoke it.")
final class LogoutCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  LogoutCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    StoredLogins logins = server.logins();
    ServerAddress address =
        server
            .named()
            .or(logins::current)
            .orElseThrow(() -> RemoteFailureException.ofServer("not logged in to a server"));
    surroundings.say(
        logins.forget(address)
            ? "logged out from %s; revoke the token with `plumbline token revoke` if nothing else uses it"
                .formatted(address)
            : "there was no token for " + address);
    return ExitCode.OK.code();
  }
}
