package dev.plumbline.api.canary;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Reads every log record of the test's process, with the traces of its exceptions. */
public final class LogWatch extends Handler
    implements LauncherSessionListener, Supplier<Map<String, Object>> {

  private final Map<String, Object> state =
      Map.of(
          "known", new ConcurrentHashMap<String, String>(),
          "found", new CopyOnWriteArrayList<String>(),
          "logged", new ConcurrentLinkedQueue<String>());

  public LogWatch() {
    setLevel(Level.ALL);
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    installed();
  }

  @Override
  public Map<String, Object> get() {
    return state;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> shared() {
    return ((Supplier<Map<String, Object>>) installed()).get();
  }

  /** The handler that is there, whichever class loader has brought it. */
  static synchronized Handler installed() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler.getClass().getName().equals(LogWatch.class.getName())) {
        return handler;
      }
    }
    LogWatch watch = new LogWatch();
    root.addHandler(watch);
    return watch;
  }

  @Override
  public void publish(LogRecord record) {
    StringWriter text = new StringWriter();
    text.append(record.getLoggerName()).append(' ').append(message(record));
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(text));
    }
    Leaks.log(text.toString());
  }

  private static String message(LogRecord record) {
    return record instanceof ExtLogRecord known
        ? known.getFormattedMessage()
        : record.getMessage() + java.util.Arrays.toString(record.getParameters());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
