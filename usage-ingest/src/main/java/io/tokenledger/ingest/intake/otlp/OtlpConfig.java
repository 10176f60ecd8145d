package io.tokenledger.ingest.intake.otlp;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What spans are not to count for. */
@ConfigMapping(prefix = "tokenledger.otlp")
public interface OtlpConfig {

  /**
   * The hosts of chat-gateway as clients call it ({@code server.address} of their spans): what went
   * through it is counted there.
   */
  Optional<Set<String>> gatewayHosts();
}
