package io.tokenledger.gateway.accounting.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.tokenledger.gateway.accounting.JournalLedger;
import io.tokenledger.gateway.accounting.journal.CallJournal;
import io.tokenledger.gateway.accounting.journal.JournalConfig;
import io.tokenledger.gateway.accounting.journal.WaitingCalls;
import io.tokenledger.service.journal.UsagePublisher;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;

/** Begins before the first call and ends after the last one. */
@ApplicationScoped
class AccountingLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CallJournal journal;
  private final JournalLedger ledger;
  private final JournalConfig config;
  private final Map<String, Object> common;
  private UsagePublisher publisher;

  AccountingLifecycle(
      CallJournal journal,
      JournalLedger ledger,
      JournalConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> common) {
    this.journal = journal;
    this.ledger = ledger;
    this.config = config;
    this.common = common;
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
    publisher = new UsagePublisher(new WaitingCalls(journal), common, PATIENCE);
    publisher.start();
  }

  /** After those who wait for the calls that still run. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent stop) {
    ledger.end();
    publisher.end(config.flushAtEnd());
    journal.close();
  }
}
