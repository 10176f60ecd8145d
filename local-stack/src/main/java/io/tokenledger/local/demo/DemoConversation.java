package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** One conversation, agent run, experiment or index job: a few calls that belong together. */
final class DemoConversation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RandomGenerator random;
  private final DemoOrg org;
  private final DemoUser user;
  private final DemoFeature feature;
  private final DemoModel model;
  private final String id;
  private final int calls;
  private final int story;
  private final String tag;

  private int made;

  DemoConversation(Instant start, RandomGenerator random) {
    this.random = random;
    this.org = DemoPlatform.pickOrg(random);
    this.user = org.pickUser(random);
    this.feature = org.pickFeature(random);
    this.model = DemoModel.pick(random);
    this.id = "conv-" + UuidV7.at(start, random);
    this.calls = random.nextInt(feature.fewestCalls(), feature.mostCalls() + 1);
    this.story = random.nextInt(1, 60);
    this.tag = org.tag().pick(random);
  }

  boolean isOver() {
    return made >= calls;
  }

  /** Time until the next call: now half, now twice as long as is typical. */
  long pauseMillis() {
    return random.nextLong(feature.pauseMillis() / 2, feature.pauseMillis() * 2L);
  }

  /**
   * The events of the next call, whose length is that of a recorded one: one event, and sometimes a
   * revision of it.
   */
  List<ObjectNode> nextCall(Instant time, TraceCall sample) {
    ObjectNode event = JSON.createObjectNode();
    DemoModel called = called();
    event.put("eventId", UuidV7.at(time, random));
    event.put("orgId", org.id());
    event.put("userId", user.id());
    event.put("provider", called.provider());
    event.put("modelName", called.name());
    event.put("feature", feature.code());
    event.put("activity", feature.activity(made));
    event.put("category", feature.category(made));
    event.put("conversationId", id);
    event.put("messageId", id + "-" + made);
    event.put("occurredAt", time.toString());
    new DemoTokens(called, feature, sample, made, random).putInto(event);
    putTags(event);
    made++;
    return DemoRevision.of(event, random);
  }

  private DemoModel called() {
    if (feature.embeds(made)) {
      return DemoModel.EMBEDDING;
    }
    return feature == DemoFeature.IMAGES ? DemoModel.IMAGES : model;
  }

  private void putTags(ObjectNode event) {
    ObjectNode tags = event.putObject("metadata");
    if (feature == DemoFeature.TOOLS) {
      tags.put("agentLoopId", "loop-" + id.substring("conv-".length()));
      tags.put("storyId", "S-" + story);
      tags.put("epicId", "E-" + story / 10);
    } else if (feature == DemoFeature.EXPERIMENT) {
      tags.put("experimentId", "X-" + story / 6);
      tags.put("variantId", made % 2 == 0 ? "control" : "candidate");
    } else {
      tags.put(org.tag().key(), tag);
    }
  }
}
