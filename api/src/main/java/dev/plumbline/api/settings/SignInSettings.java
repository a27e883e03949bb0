package dev.plumbline.api.settings;

import dev.plumbline.api.access.AccessConfig;
import dev.plumbline.api.access.BaseUrl;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.SignInProvider;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** Settings: the ways in. They are set where the server is started, so this is to be read only. */
@Path("/settings/sign-in")
@Produces(MediaType.TEXT_HTML)
class SignInSettings {

  private final Template template;
  private final Screens screens;
  private final SignInProvider provider;
  private final AccessConfig access;
  private final BaseUrl base;

  SignInSettings(
      @Location("settings/sign-in") Template template,
      Screens screens,
      SignInProvider provider,
      AccessConfig access,
      BaseUrl base) {
    this.template = template;
    this.screens = screens;
    this.provider = provider;
    this.access = access;
    this.base = base;
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  public String show() {
    return screens
        .begin(template, Tab.SIGN_IN, Notice.afterwards(null))
        .data("provider", provider.label().orElse(""))
        .data("issuer", provider.issuer().orElse(""))
        .data("callback", base.of(SignInProvider.ADDRESS))
        .data("base", base.of(""))
        .data("idle", words(access.sessionIdle()))
        .data("absolute", words(access.sessionAbsolute()))
        .data("open", access.openBreakEven())
        .render();
  }

  /** {@code 8 h}, {@code 90 min}. */
  static String words(Duration time) {
    return time.toMinutesPart() == 0 && time.toHours() > 0
        ? time.toHours() + " h"
        : time.toMinutes() + " min";
  }
}
