package io.tokenledger.service.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What a class, or all of them, log while this is open. */
public final class LogLines extends ExtHandler implements AutoCloseable {

  private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

  private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private LogLines(Logger logger) {
    this.logger = logger;
  }

  public static LogLines of(Class<?> logging) {
    return of(logging.getName());
  }

  /** Of all classes. */
  public static LogLines all() {
    return of("");
  }

  private static LogLines of(String name) {
    LogLines handler = new LogLines(Logger.getLogger(name));
    handler.logger.addHandler(handler);
    return handler;
  }

  public List<String> messages() {
    return lines.stream().map(MESSAGE::format).toList();
  }

  /**
   * What each line says beside its message under a name of the diagnostic context; null for none.
   */
  public List<String> context(String name) {
    return lines.stream().map(line -> line.getMdc(name)).toList();
  }

  @Override
  protected void doPublish(ExtLogRecord line) {
    line.copyMdc();
    lines.add(line);
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
