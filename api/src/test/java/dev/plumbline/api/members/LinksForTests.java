package dev.plumbline.api.members;

import dev.plumbline.api.identity.SignInLinks;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stands in until the door makes links. */
@DefaultBean
@ApplicationScoped
class LinksForTests implements SignInLinks {

  @Override
  public String make(Organisation organisation, UUID member) {
    return "https://plumbline.example/sign-in/code?code=" + UUID.randomUUID();
  }
}
