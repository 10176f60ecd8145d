package io.tokenledger.gateway.support;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

/** What each test of the running gateway has: an org of its own, its key, and the upstream. */
public abstract class GatewayTest {

  protected final String org = "org-" + UUID.randomUUID();
  protected final String script = "script-" + UUID.randomUUID();
  protected final ScriptedUpstream upstream = ScriptedUpstream.running();
  protected final String key = Keys.forCalls(org);

  @BeforeAll
  static void directory() {
    Keys.migrate();
  }

  protected Seen seen() {
    return upstream.seen(script).get(0);
  }
}
