package io.tokenledger.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class LedgerServersIT {

  @Test
  void theServersAreRealAndStartedOnce() throws Exception {
    Map<String, String> first = new LedgerServers().start();
    assertThat(new LedgerServers().start()).isEqualTo(first);

    try (Connection ingest =
        DriverManager.getConnection(
            LedgerServers.jdbcUrl(), "tokenledger_ingest", LedgerServers.PASSWORD)) {
      assertThat(ingest.isValid(1)).isTrue();
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", LedgerServers.kafkaBootstrap()))) {
      assertThat(admin.listTopics().names().get())
          .contains(Topics.USAGE_EVENTS, Topics.USAGE_RECORDED, Topics.DEAD_LETTERS);
    }
  }

  @Test
  void aTokenHasThreeParts() {
    assertThat(TestTokens.token("ann", Map.of("acme", "admin"), "superadmin").split("\\."))
        .hasSize(3);
  }
}
