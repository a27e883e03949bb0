package dev.plumbline.api.identity;

/**
 * What can be allowed. A method of a resource names one in {@code @PermissionsAllowed}; what holds
 * one is a {@link Role} or a {@link Scope}.
 */
public final class Permissions {

  /** The calculator, which a setting may open to everybody. */
  public static final String BREAK_EVEN = "break-even:use";

  /** Costs, estimates and dataset checks; nothing of it is kept. */
  public static final String CALCULATE = "calculations:use";

  public static final String PRICES_READ = "prices:read";

  /** Own prices: what was negotiated. */
  public static final String OVERRIDES_READ = "overrides:read";

  public static final String OVERRIDES_WRITE = "overrides:write";

  /** Names and roles of members, teams and projects. */
  public static final String ORGANISATION_READ = "organisation:read";

  public static final String ORGANISATION_WRITE = "organisation:write";
  public static final String TOKENS_READ = "tokens:read";
  public static final String TOKENS_WRITE = "tokens:write";
  public static final String CREDENTIALS_READ = "credentials:read";
  public static final String CREDENTIALS_WRITE = "credentials:write";
  public static final String AUDIT_READ = "audit:read";

  /** When models end, by what is known here. */
  public static final String CALENDAR_READ = "calendar:read";

  /** Bringing documents with dates, and making addresses to subscribe to. */
  public static final String CALENDAR_WRITE = "calendar:write";

  /** Deciding what a document changes. */
  public static final String CALENDAR_APPROVE = "calendar:approve";

  /** Ask who one is, and end one's own session. */
  public static final String SELF = "self:use";

  /** Sending usage events. */
  public static final String USAGE_WRITE = "usage:write";

  /** The registry: models, deployments, consumers and what they are pinned to. */
  public static final String MODELS_READ = "models:read";

  public static final String MODELS_WRITE = "models:write";

  /** What needs attention, and what happened to it. */
  public static final String ALERTS_READ = "alerts:read";

  /** Acknowledging, snoozing, escalating and resolving. */
  public static final String ALERTS_WRITE = "alerts:write";

  /** Where alerts are sent, and what came of it. */
  public static final String CHANNELS_READ = "channels:read";

  public static final String CHANNELS_WRITE = "channels:write";

  /** What happens by itself, and when. */
  public static final String JOBS_READ = "jobs:read";

  /** Asking for a run beside the windows. */
  public static final String JOBS_OPERATE = "jobs:operate";

  /** Accounts at providers, what they list, and the runs that asked. */
  public static final String PROVIDERS_READ = "providers:read";

  /** Describing accounts at providers, and asking them now. */
  public static final String PROVIDERS_WRITE = "providers:write";

  /** Asking which model ids an organisation knows. */
  public static final String MODELS_SCAN = "models:scan";

  /** Exit plans and changes of model. */
  public static final String PLANS_READ = "plans:read";

  public static final String PLANS_WRITE = "plans:write";

  /** Saying yes or no to a change of model, and answering for what stands against it. */
  public static final String PLANS_APPROVE = "plans:approve";

  /** Organisations themselves and the master key; only in the installation's first organisation. */
  public static final String INSTALLATION = "installation:operate";

  private Permissions() {}
}
