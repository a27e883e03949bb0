package dev.plumbline.api.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * An instance without its web server: Quartz with the clustered store, claims and leases as in the
 * product, and a job of one-second windows that writes a row in the middle of each. The instance
 * that is told so keeps a window for ever.
 */
final class CountingProcess {

  private static JobDesk desk;
  private static Executor workers;

  private CountingProcess() {}

  /** arguments: JDBC URL, user, password, name of the instance, number of the window to keep */
  public static void main(String[] args) throws Exception {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(args[0]);
    database.setUser(args[1]);
    database.setPassword(args[2]);
    workers = Executors.newFixedThreadPool(2);
    JobRows rows = new JobRows(database, args[3], Duration.ofSeconds(6));
    desk =
        new JobDesk(
            java.util.List.of(new Effect(database, args[3], Integer.parseInt(args[4]))),
            rows,
            Clock.systemUTC());
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    timer.scheduleWithFixedDelay(desk::renewLeases, 2, 2, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(() -> desk.lookForLeft(workers), 1, 1, TimeUnit.SECONDS);
    start(args);
    System.out.println("started");
    Thread.currentThread().join();
  }

  private static void start(String[] args) throws SchedulerException {
    Properties properties = new Properties();
    properties.putAll(
        java.util.Map.ofEntries(
            java.util.Map.entry("org.quartz.scheduler.instanceName", "test"),
            java.util.Map.entry("org.quartz.scheduler.instanceId", args[3]),
            java.util.Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
            java.util.Map.entry("org.quartz.threadPool.threadCount", "2"),
            java.util.Map.entry(
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
            java.util.Map.entry(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
            java.util.Map.entry("org.quartz.jobStore.dataSource", "ds"),
            java.util.Map.entry("org.quartz.jobStore.isClustered", "true"),
            java.util.Map.entry("org.quartz.jobStore.clusterCheckinInterval", "2000"),
            java.util.Map.entry("org.quartz.jobStore.misfireThreshold", "5000"),
            java.util.Map.entry(
                "org.quartz.dataSource.ds.connectionProvider.class",
                PlainConnections.class.getName()),
            java.util.Map.entry("org.quartz.dataSource.ds.url", args[0]),
            java.util.Map.entry("org.quartz.dataSource.ds.user", args[1]),
            java.util.Map.entry("org.quartz.dataSource.ds.password", args[2])));
    Scheduler quartz = new StdSchedulerFactory(properties).getScheduler();
    JobDetail detail = JobBuilder.newJob(Wake.class).withIdentity("effect").storeDurably().build();
    quartz.addJob(detail, true);
    if (!quartz.checkExists(org.quartz.TriggerKey.triggerKey("effect"))) {
      try {
        quartz.scheduleJob(
            TriggerBuilder.newTrigger()
                .withIdentity("effect")
                .forJob(detail)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(1))
                .build());
      } catch (org.quartz.ObjectAlreadyExistsException e) {
        // the other instance was faster
      }
    }
    quartz.start();
  }

  /** Hands over, as the product's does. */
  @DisallowConcurrentExecution
  public static final class Wake implements Job {
    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      desk.wake("effect", workers);
    }
  }

  /** One row per run, in a transaction that holds the window. */
  private record Effect(PGSimpleDataSource database, String node, int keeps)
      implements WindowedJob {

    @Override
    public JobPlan plan() {
      return new JobPlan("effect", "Counts.", Duration.ofSeconds(1), CatchUp.EVERY_WINDOW);
    }

    @Override
    public JobReport run(HeldWindow held) {
      try (Connection connection = database.getConnection();
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into effect (window_start, node, attempt) values (?, ?, ?)");
          PreparedStatement count =
              connection.prepareStatement("select count(*) from effect where node = ?")) {
        count.setString(1, node);
        var counted = count.executeQuery();
        counted.next();
        if (keeps > 0 && counted.getInt(1) == keeps) {
          System.out.println("holding " + held.window().start());
          Thread.sleep(600_000);
        }
        insert.setTimestamp(1, java.sql.Timestamp.from(held.window().start()));
        insert.setString(2, node);
        insert.setInt(3, held.attempt());
        insert.executeUpdate();
        return JobReport.of(1);
      } catch (SQLException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
