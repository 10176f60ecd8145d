package io.tokenledger.acceptance.gateway;

import io.tokenledger.acceptance.ledger.ServiceProcess;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A gateway beside the one of the ledger, whose upstreams answer with what is recorded, so that
 * tools are called and providers refuse. Tokens cost what those of echo do.
 */
public final class RecordedGateway implements AutoCloseable {

  private static final String UPSTREAM = "TOKENLEDGER_GATEWAY_UPSTREAMS_";

  private final RecordedUpstream upstream;
  private final ServiceProcess process;
  private final String url;

  private RecordedGateway(RecordedUpstream upstream, ServiceProcess process, String url) {
    this.upstream = upstream;
    this.process = process;
    this.url = url;
  }

  /** Returns when it is ready. */
  public static RecordedGateway start(LedgerAccess access, Path log) throws IOException {
    RecordedUpstream upstream = new RecordedUpstream();
    Map<String, String> environment = new HashMap<>(ServiceProcess.freePorts());
    environment.put("TOKENLEDGER_MODE", "development");
    environment.put("TOKENLEDGER_PRICING_URL", access.url(Component.PRICING_SERVICE));
    environment.put("TOKENLEDGER_GATEWAY_ECHO_ENABLED", "false");
    for (String api : new String[] {"openai", "anthropic"}) {
      String prefix = UPSTREAM + "RECORDED" + api.toUpperCase(Locale.ROOT) + "_";
      environment.put(prefix + "URL", upstream.url());
      environment.put(prefix + "API", api);
      environment.put(prefix + "PROVIDER", "echo");
    }
    String url = "http://127.0.0.1:" + environment.get("TOKENLEDGER_HTTP_PORT");
    return new RecordedGateway(
        upstream, ServiceProcess.start(Component.CHAT_GATEWAY, access, environment, log), url);
  }

  public String url() {
    return url;
  }

  /** How often a question reached the provider. */
  public long asked(String question) {
    return upstream.asked(question);
  }

  @Override
  public void close() {
    process.close();
    upstream.close();
  }
}
