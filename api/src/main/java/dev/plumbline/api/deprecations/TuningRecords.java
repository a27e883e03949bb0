package dev.plumbline.api.deprecations;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.eligibility.TuningEvidence;
import java.util.Map;

/** What another feature knows of an organisation's fine-tuning. */
public interface TuningRecords {

  /** By provider; one of which nothing is known is not in it. */
  Map<Provider, TuningEvidence> of(Organisation organisation);
}
