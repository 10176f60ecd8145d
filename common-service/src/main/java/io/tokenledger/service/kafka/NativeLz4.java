package io.tokenledger.service.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * Kafka's clients take the fastest LZ4 that is at hand when they compress for the first time. For a
 * class loader that is not the system's, as Quarkus's, that is one in Java, unless the native one,
 * which needs a seventh of its time, has been loaded before.
 */
@ApplicationScoped
final class NativeLz4 {

  private static final Logger LOG = Logger.getLogger(NativeLz4.class);

  /** Before any Kafka client is made. */
  void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    load();
  }

  /** Without it, as where nothing may be run from the temporary folder, all works as well. */
  static void load() {
    try {
      LZ4Factory.nativeInstance();
    } catch (LinkageError | AssertionError | RuntimeException e) {
      LOG.infof("Kafka's batches are compressed in Java, as native LZ4 cannot be loaded: %s", e);
    }
  }
}
