package dev.plumbline.lifecycle.sync;

import java.util.Collection;

/**
 * Whether a provider as a whole fails: then nothing is said about its single models.
 *
 * @param models how many are tracked
 * @param unknown how many of them could not be asked about
 */
public record ProviderWeather(long models, long unknown) {

  /** In percent of the models; more than this is a failure of the provider. */
  private static final int TOLERATED = 20;

  public static ProviderWeather of(Collection<TrackedModel> models) {
    return new ProviderWeather(
        models.size(),
        models.stream().filter(model -> model.access() == TrackedModel.Access.UNKNOWN).count());
  }

  public boolean isDown() {
    return unknown * 100 > models * TOLERATED;
  }
}
