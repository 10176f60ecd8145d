package io.tokenledger.bench.query;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.bench.MainProcess;
import io.tokenledger.local.postgres.PostgresSettings;
import java.io.IOException;
import java.util.Map;

/** {@link BareEndpoint} as a process of its own, with the heap of usage-query. */
final class BareProcess implements AutoCloseable {

  private static final int HEAP_MEGABYTES = 192;

  private final MainProcess process;

  private BareProcess(MainProcess process) {
    this.process = process;
  }

  static BareProcess start(BenchStack stack, int port) throws IOException, InterruptedException {
    String user = PostgresSettings.SUPERUSER;
    MainProcess process =
        MainProcess.start(
            BareEndpoint.class,
            HEAP_MEGABYTES,
            port,
            Map.of(BareEndpoint.PASSWORD_VARIABLE, stack.access().password(user)),
            stack.access().databaseUrl(),
            user);
    return new BareProcess(process);
  }

  String url(int org) {
    return "%s/org-%d?%s,%s".formatted(process.url(), org, QueryMix.FIRST, QueryMix.LAST_DAY);
  }

  @Override
  public void close() {
    process.close();
  }
}
