package dev.plumbline.api.scenarios;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.prices.CurrentPrices;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers for whoever asks: with the prices and the dates of the caller's organisation. */
@ApplicationScoped
public class CurrentAnswers {

  private final CurrentPrices prices;
  private final Calendars calendars;

  CurrentAnswers(CurrentPrices prices, Calendars calendars) {
    this.prices = prices;
    this.calendars = calendars;
  }

  public ScenarioAnswers get() {
    return ScenarioAnswers.over(prices.catalogue(), prices.overrides(), calendars.datesOfCaller());
  }
}
