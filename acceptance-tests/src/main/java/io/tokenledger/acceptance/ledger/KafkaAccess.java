package io.tokenledger.acceptance.ledger;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.tokenledger.events.Topics;
import io.tokenledger.local.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Users of the services on Kafka, and what each may do, as docs/configuration.md says. */
public final class KafkaAccess {

  private static final int ITERATIONS = 4096;

  private final List<AclBinding> granted = new ArrayList<>();

  private KafkaAccess() {
    grant(Component.PRICING_SERVICE, TOPIC, LITERAL, Topics.PRICING_CHANGES, WRITE);
    grant(Component.USAGE_INGEST, TOPIC, LITERAL, Topics.USAGE_EVENTS, READ, WRITE);
    grant(Component.USAGE_INGEST, TOPIC, LITERAL, Topics.USAGE_RECORDED, WRITE);
    grant(Component.USAGE_INGEST, TOPIC, LITERAL, Topics.DEAD_LETTERS, READ, WRITE);
    grant(Component.USAGE_INGEST, TOPIC, LITERAL, Topics.PRICING_CHANGES, READ);
    grant(Component.USAGE_INGEST, GROUP, LITERAL, "usage-ingest", READ);
    grant(Component.USAGE_INGEST, GROUP, PREFIXED, "usage-ingest-prices-", READ);
    grant(Component.USAGE_INGEST, TRANSACTIONAL_ID, PREFIXED, "usage-ingest-", WRITE, DESCRIBE);
    grant(Component.USAGE_AGGREGATOR, TOPIC, LITERAL, Topics.USAGE_RECORDED, READ);
    grant(Component.USAGE_AGGREGATOR, GROUP, LITERAL, "usage-aggregator", READ);
    grant(Component.CHAT_GATEWAY, TOPIC, LITERAL, Topics.USAGE_EVENTS, WRITE);
  }

  /**
   * @param adminClient settings of a client that may do everything
   * @param passwords of the users, which are named after the services
   */
  public static void create(Map<String, Object> adminClient, Map<Component, String> passwords)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(adminClient)) {
      ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
      List<UserScramCredentialAlteration> users = new ArrayList<>();
      passwords.forEach(
          (service, password) ->
              users.add(new UserScramCredentialUpsertion(service.label(), scram, password)));
      admin.alterUserScramCredentials(users).all().get();
      admin.createAcls(new KafkaAccess().granted).all().get();
    }
  }

  private void grant(
      Component service,
      ResourceType type,
      PatternType pattern,
      String name,
      AclOperation... operations) {
    for (AclOperation operation : operations) {
      granted.add(
          new AclBinding(
              new ResourcePattern(type, name, pattern),
              new AccessControlEntry(
                  "User:" + service.label(), "*", operation, AclPermissionType.ALLOW)));
    }
  }
}
