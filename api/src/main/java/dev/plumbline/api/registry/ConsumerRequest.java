package dev.plumbline.api.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ConsumerChange;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to register an application, or to change what is known about one. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewConsumer",
    examples =
        """
        {"application":"support-chat","owner":"Support team","contact":"support@example.com",
         "criticality":"high","environment":"production"}""")
public record ConsumerRequest(
    @Nullable String application,
    @Nullable String owner,
    @Nullable String contact,
    @Schema(description = "low, medium, high or critical") @Nullable String criticality,
    @Schema(description = "production, staging or development") @Nullable String environment,
    @Schema(description = "whether it no longer runs; for a change only")
        @Nullable Boolean archived) {

  public Consumer toConsumer() {
    return new Consumer(
        Given.text("application", application, Given.NAME),
        Given.text("owner", owner, Given.NAME),
        Given.text("contact", contact, Given.CONTACT),
        Given.word("criticality", criticality, Criticality::findByLabel, Criticality.labels()),
        Given.word("environment", environment, Environment::findByLabel, Environment.labels()));
  }

  ConsumerChange toChange() {
    return new ConsumerChange(this::changed, Optional.ofNullable(archived));
  }

  private Consumer changed(Consumer consumer) {
    return new Consumer(
        application == null
            ? consumer.application()
            : Given.text("application", application, Given.NAME),
        owner == null ? consumer.owner() : Given.text("owner", owner, Given.NAME),
        contact == null ? consumer.contact() : Given.text("contact", contact, Given.CONTACT),
        Given.wordIfAny("criticality", criticality, Criticality::findByLabel, Criticality.labels())
            .orElse(consumer.criticality()),
        Given.wordIfAny("environment", environment, Environment::findByLabel, Environment.labels())
            .orElse(consumer.environment()));
  }
}
