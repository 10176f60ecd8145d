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

  private final PostgresHours hours;
  private final HoursConfig config;

  HoursSchedule(PostgresHours hours, HoursConfig config) {
    this.hours = hours;
    this.config = config;
  }

  @Scheduled(
      every = "${tokenledger.hours.settle-every}",
      delayed = "${tokenledger.hours.settle-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> settle() {
    return Multi.createBy()
        .repeating()
        .uni(() -> hours.settle(config.daysAtOnce()))
        .whilst(settled -> settled == config.daysAtOnce())
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .invoke(e -> LOG.warnf("Hours could not be added up, and will be: %s", e.toString()))
        .onFailure()
        .recoverWithNull();
  }
}
