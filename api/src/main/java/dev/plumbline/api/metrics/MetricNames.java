package dev.plumbline.api.metrics;

/** {@code plumbline.<noun>.<what>}; tags come from closed sets and never from a user's names. */
public final class MetricNames {

  /** 1 while a setting that keeps acknowledged data is on. */
  public static final String DATABASE_DURABLE = "plumbline.database.durable";

  /** First moment at which a model that is used has ended, as Unix seconds. */
  public static final String MODEL_SHUTDOWN = "plumbline.model.shutdown.timestamp";

  /** When an import into a calendar was approved last, as Unix seconds. */
  public static final String CALENDAR_IMPORTED = "plumbline.calendar.imported.timestamp";

  /** Applications that are pinned to a model now. */
  public static final String MODEL_DEPENDANTS = "plumbline.model.dependants";

  /** Prices that are believed now. */
  public static final String PRICES_BELIEVED = "plumbline.prices.believed";

  /** Requests that ended with a defect of ours. */
  public static final String PROBLEMS_INTERNAL = "plumbline.problems.internal";

  /** Unix time of the last complete sync of the account that waits longest. */
  public static final String SYNC_LAST_SUCCESS = "plumbline.sync.last.success";

  /** Runs that asked a provider. */
  public static final String SYNC_RUNS = "plumbline.sync.runs";

  /** Secrets that a feature of ours opened, or could not. */
  public static final String SECRETS_OPENED = "plumbline.secrets.opened";

  /** Alerts that are not resolved, by state and severity. */
  public static final String ALERTS = "plumbline.alerts.unresolved";

  /** Attempts to deliver notifications, by kind of channel and outcome. */
  public static final String NOTIFICATIONS_ATTEMPTS = "plumbline.notifications.attempts";

  /** Deliveries that wait or were given up, by state. */
  public static final String NOTIFICATIONS_OPEN = "plumbline.notifications.open";

  /** Watched models by what is known of them, one for each kind of evidence. */
  public static final String DRIFT_STANDINGS = "plumbline.drift.standings";

  /** Verdicts on watched models that were told, by state. */
  public static final String DRIFT_VERDICTS = "plumbline.drift.verdicts";

  /** When each job last came to a good end: seconds since 1970. */
  public static final String JOBS_LAST_SUCCESS = "plumbline.jobs.last.success";

  /** Tag: name of a job, of those that are built in. */
  public static final String JOB = "job";

  /** Tag: where something stands, of a closed set. */
  public static final String STATE = "state";

  /** Tag: how much an alert matters. */
  public static final String SEVERITY = "severity";

  /** Tag: what sort of thing, of a closed set. */
  public static final String KIND = "kind";

  /** Tag: a provider. */
  public static final String PROVIDER = "provider";

  /** Tag: a model that a bundled table names, or {@code other}. */
  public static final String MODEL = "model";

  /** Tag: training or inference. */
  public static final String CLOCK = "clock";

  /** Tag: how it ended, of a closed set. */
  public static final String OUTCOME = "outcome";

  /** Tag: name of a database setting. */
  public static final String SETTING = "setting";

  private MetricNames() {}
}
