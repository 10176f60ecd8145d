package io.tokenledger.ingest.intake.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.service.worker.Attempts;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * Keeps events of senders that never send anything again: they are on the disk before the answer,
 * and go to {@code usage.events} when Kafka is there. Where the directory cannot be opened, the
 * service does all else, and this is tried again with each request.
 */
@ApplicationScoped
public class IntakeJournal {

  private static final Logger LOG = Logger.getLogger(IntakeJournal.class);
  private static final double MILLIS = 1e3;

  private final IntakeJournalConfig config;
  private final Map<String, Object> kafka;
  private final MeterRegistry meters;
  private final Attempts opening;
  private Optional<OpenJournal> open = Optional.empty();
  private boolean ended;

  IntakeJournal(
      IntakeJournalConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry meters) {
    this.config = config;
    this.kafka = kafka;
    this.meters = meters;
    this.opening =
        new Attempts(LOG, "Opening the journal of the intake, " + config.directory() + ",");
  }

  void start(@Observes StartupEvent start) {
    gauge(
        "bytes",
        "Bytes of the journal that Kafka has not acknowledged",
        IntakeJournal::waitingBytes);
    gauge("age.seconds", "Since when the oldest of them is on its way", IntakeJournal::ageSeconds);
    for (NotKeptException.Why why : NotKeptException.Why.values()) {
      refused(why);
    }
    opened();
  }

  private void gauge(String name, String what, ToDoubleFunction<IntakeJournal> value) {
    Gauge.builder("tokenledger.intake.journal." + name, this, value)
        .description(what)
        .register(meters);
  }

  private double waitingBytes() {
    return current().map(OpenJournal::waitingBytes).orElse(0L);
  }

  private double ageSeconds() {
    return current().map(OpenJournal::age).orElse(Duration.ZERO).toMillis() / MILLIS;
  }

  /**
   * Done when they are on the disk; to be called on a worker.
   *
   * @throws NotKeptException when they, or some of them, are not: the same may be sent again
   */
  public void keep(List<ValidEvent> events) {
    try {
      opened()
          .orElseThrow(
              () ->
                  new NotKeptException(
                      NotKeptException.Why.DISK, "The journal cannot be opened: see the log."))
          .keep(events);
    } catch (NotKeptException e) {
      refused(e.why()).increment();
      throw e;
    }
  }

  private Counter refused(NotKeptException.Why why) {
    return Counter.builder("tokenledger.intake.refused")
        .description("Requests whose events could not be written to the journal")
        .tag("reason", why.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }

  private synchronized Optional<OpenJournal> current() {
    return open;
  }

  private synchronized Optional<OpenJournal> opened() {
    if (open.isEmpty() && !ended) {
      opening.run(() -> open = Optional.of(new OpenJournal(config, kafka)));
    }
    return open;
  }

  /** After the last request. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent stop) {
    Optional<OpenJournal> last;
    synchronized (this) {
      last = open;
      open = Optional.empty();
      ended = true;
    }
    last.ifPresent(OpenJournal::close);
  }
}
