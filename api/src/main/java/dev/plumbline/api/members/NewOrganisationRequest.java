package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the installation's administrators send to make an organisation. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewOrganisation",
    examples =
        """
        {"name":"Example Ltd","admin_email":"ada@example.com","admin_name":"Ada Lovelace"}""")
record NewOrganisationRequest(
    @Nullable String name, @Nullable String adminEmail, @Nullable String adminName) {

  String checkedName() {
    return Given.name("name", name);
  }

  NewMember admin() {
    EmailAddress email = Given.email("admin_email", adminEmail);
    return new NewMember(
        email,
        Given.nameIfAny("admin_name", adminName)
            .orElseGet(() -> email.text().substring(0, email.text().indexOf('@'))),
        Role.ADMIN);
  }
}
