package dev.plumbline.lifecycle.deprecation;

/** How a model is deployed on Azure; the same version ends on different days for each. */
public enum DeploymentType {
  STANDARD,
  GLOBAL,
  DATA_ZONE,
  PROVISIONED,
  DEVELOPER
}
