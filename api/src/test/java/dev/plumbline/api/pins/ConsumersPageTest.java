package dev.plumbline.api.pins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.PinPlace;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.tokens.MadeTokens;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.ModelKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of applications: as many questions to the database for many pins as for one. */
@QuarkusTest
class ConsumersPageTest {

  @Inject Consumers consumers;
  @Inject Pins pins;
  @Inject SessionFactory sessions;

  private Organisation organisation;
  private String token;
  private Statistics statistics;

  @BeforeEach
  void begin() {
    organisation = SomeOrganisation.added();
    token = MadeTokens.token(organisation, Scope.ADMIN);
    statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterEach
  void end() {
    statistics.setStatisticsEnabled(false);
  }

  @Test
  void manyPinsTakeAsManyQuestionsAsOne() {
    pinned("first");
    questions(); // what is read once and kept is read now
    long one = questions();
    for (int number = 0; number < 20; number++) {
      pinned("another " + number);
    }

    assertThat(questions()).isLessThanOrEqualTo(one);
  }

  private void pinned(String application) {
    UUID consumer =
        consumers
            .add(
                organisation,
                Actor.SYSTEM,
                new Consumer(application, "O", "C", Criticality.LOW, Environment.PRODUCTION))
            .id();
    for (String model : List.of("gpt-4o-2024-08-06", "gpt-4o")) {
      pins.move(
          organisation,
          Actor.SYSTEM,
          new PinPlace(consumer, "default"),
          Optional.of(new ModelKey(Provider.OPENAI, model)));
    }
  }

  private long questions() {
    long before = statistics.getPrepareStatementCount();
    String page =
        RestAssured.given()
            .header("Authorization", "Bearer " + token)
            .get("/consumers")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(Jsoup.parse(page).select("tbody tr").text()).contains("refused today");
    return statistics.getPrepareStatementCount() - before;
  }
}
