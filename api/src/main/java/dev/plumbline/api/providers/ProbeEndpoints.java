package dev.plumbline.api.providers;

import dev.plumbline.lifecycle.probe.ProbeTarget;

/** Opens models of accounts for probing. */
public interface ProbeEndpoints {

  /**
   * @param model as it is sent: a name of a model or, on Azure, of a deployment
   */
  ProbeTarget open(ProviderAccess access, String model);

  /** Name and version of the library that asks; another one may send other requests. */
  String client();
}
