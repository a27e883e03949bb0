package dev.plumbline.api.notifications;

import dev.plumbline.api.jobs.CatchUp;
import dev.plumbline.api.jobs.HeldWindow;
import dev.plumbline.api.jobs.JobPlan;
import dev.plumbline.api.jobs.JobReport;
import dev.plumbline.api.jobs.WindowedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what is due: at once after it was written, and by the clock what is to be tried again. */
@ApplicationScoped
class DeliveryJob implements WindowedJob {

  private static final JobPlan PLAN =
      new JobPlan(
          "notification-delivery",
          "Sends notifications, and tries those again that did not arrive.",
          Duration.ofSeconds(15),
          CatchUp.LATEST_ONLY);

  private final Deliverer deliverer;
  private final boolean enabled;

  DeliveryJob(
      Deliverer deliverer,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean enabled) {
    this.deliverer = deliverer;
    this.enabled = enabled;
  }

  @Override
  public JobPlan plan() {
    return PLAN;
  }

  @Override
  public JobReport run(HeldWindow held) {
    return JobReport.of(deliverer.deliver(held.window().organisation()));
  }

  void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.NoticesWritten written) {
    if (enabled) {
      deliverer.deliverSoon(written.organisation());
    }
  }
}
