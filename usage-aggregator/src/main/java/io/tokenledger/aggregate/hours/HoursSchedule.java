package io.tokenledger.aggregate.hours;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Settles what is due, as often as it is configured; instances share the days. */
@ApplicationScoped
class HoursSchedule {

  private static final Logger LOG = Logger.getLogger(HoursSchedule.class);

  /** So few that whoever changes one of them waits for some hundredths of a second. */
  private static final int DAYS_AT_ONCE = 20;

  private final PostgresHours hours;

  HoursSchedule(PostgresHours hours) {
    this.hours = hours;
  }

  @Scheduled(
      every = "${tokenledger.hours.settle-every}",
      delayed = "${tokenledger.hours.settle-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> settle() {
    return Multi.createBy()
        .repeating()
        .uni(() -> hours.settle(DAYS_AT_ONCE))
        .whilst(settled -> settled == DAYS_AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Hours could not be added up, and will be: %s", e.toString()))
        .onFailure()
        .recoverWithNull();
  }
}
