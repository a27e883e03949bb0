package dev.plumbline.pricing.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quantity that a price is for. */
public enum PriceUnit {
  PER_1M_TOKENS("per_1m_tokens", -6),
  PER_1K_REQUESTS("per_1k_requests", -3),
  PER_REQUEST("per_request", 0),
  PER_TRAINING_HOUR("per_training_hour", 0),
  PER_DEPLOYMENT_HOUR("per_deployment_hour", 0),
  PER_GPU_HOUR("per_gpu_hour", 0),
  PER_ENDPOINT_HOUR("per_endpoint_hour", 0),
  /** One unit of provisioned throughput for an hour. */
  PER_MODEL_UNIT_HOUR("per_model_unit_hour", 0),
  /** One custom-model unit of Bedrock for a minute. */
  PER_CMU_MINUTE("per_cmu_minute", 0),
  PER_CMU_MONTH("per_cmu_month", 0),
  PER_MODEL_MONTH("per_model_month", 0),
  PER_JOB("per_job", 0),
  /** No money: an allowance. */
  TOKENS_PER_DAY("tokens_per_day", 0),
  /** No money: a share of another price. */
  FRACTION("fraction", 0);

  private final String label;
  private final int powerOfTen;

  PriceUnit(String label, int powerOfTen) {
    this.label = label;
    this.powerOfTen = powerOfTen;
  }

  public String label() {
    return label;
  }

  /** Price times quantity, exactly: the division by a power of ten only moves the point. */
  public BigDecimal cost(BigDecimal price, BigDecimal quantity) {
    return price.multiply(quantity).scaleByPowerOfTen(powerOfTen);
  }

  public static Optional<PriceUnit> findByLabel(String label) {
    return Stream.of(values()).filter(unit -> unit.label.equals(label)).findFirst();
  }

  public static String labels() {
    return Stream.of(values()).map(PriceUnit::label).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return label;
  }
}
