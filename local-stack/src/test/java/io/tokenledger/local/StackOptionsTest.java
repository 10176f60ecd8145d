package io.tokenledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StackOptionsTest {

  @Test
  void theJavaOptionsOfAComponentComeAfterThoseOfAll() {
    StackOptions options =
        new StackOptions(new DataDirectory(Path.of("data")), new Ports(8080))
            .withEnvironment("TOKENLEDGER_JAVA_OPTS", "-Da=1")
            .withEnvironment("TOKENLEDGER_JAVA_OPTS_USAGE_INGEST", "-Db=2");
    assertThat(options.javaOptions(Component.USAGE_INGEST)).isEqualTo("-Da=1 -Db=2");
    assertThat(options.javaOptions(Component.KAFKA).strip()).isEqualTo("-Da=1");
  }
}
