package io.tokenledger.gateway.echo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The upstream that repeats the last message. */
@ConfigMapping(prefix = "tokenledger.gateway.echo")
public interface EchoConfig {

  /** By default it is there in development only; production refuses to start with it. */
  Optional<Boolean> enabled();

  /** Between two words of a stream. */
  @WithDefault("10ms")
  Duration delay();
}
