package io.tokenledger.gateway.chat.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tokenledger.gateway.chat.ChatConfig;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

/** Chat that is switched off is off for everybody, whoever asks and whatever for. */
class ChatAccessTest {

  private static final ChatConfig OFF =
      new SmallRyeConfigBuilder()
          .withConverters(new Converter<?>[] {new DurationConverter()})
          .withMapping(ChatConfig.class)
          .withDefaultValue("tokenledger.gateway.chat.enabled", "false")
          .build()
          .getConfigMapping(ChatConfig.class);

  private final ChatAccess access = new ChatAccess(null, null, null, OFF);

  @Test
  void whereItIsSwitchedOffNobodyIsLetIn() {
    assertThatThrownBy(() -> access.who(null)).hasMessageContaining("switched off");
    assertThatThrownBy(() -> access.requireAdministrator("acme"))
        .hasMessageContaining("switched off");
  }
}
