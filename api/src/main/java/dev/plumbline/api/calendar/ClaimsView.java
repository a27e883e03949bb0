package dev.plumbline.api.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every statement behind a calendar. */
@Schema(name = "DateClaims")
public record ClaimsView(List<ClaimView> claims) {

  public ClaimsView {
    claims = List.copyOf(claims);
  }
}
