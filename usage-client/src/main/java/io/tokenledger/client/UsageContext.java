package io.tokenledger.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of a call before it is made: of what model, by whom, what for. Immutable; each
 * method gives a copy with one thing more, so that a part of a program can keep what all its calls
 * share. Null leaves a thing unsaid. Lengths are those of {@link UsageEventBuilder}.
 */
public final class UsageContext {

  private static final UsageContext EMPTY = new UsageContext(Map.of(), Map.of());

  private enum Field {
    ORG,
    PROVIDER,
    MODEL,
    USER,
    CONVERSATION,
    MESSAGE,
    FEATURE,
    ACTIVITY,
    CATEGORY
  }

  private final Map<Field, String> said;
  private final Map<String, String> tags;

  private UsageContext(Map<Field, String> said, Map<String, String> tags) {
    this.said = said;
    this.tags = tags;
  }

  /** That says nothing. */
  public static UsageContext empty() {
    return EMPTY;
  }

  /** A model of a provider, such as {@code openai} and {@code gpt-4o}. */
  public static UsageContext of(String provider, String modelName) {
    return EMPTY.with(Field.PROVIDER, provider).with(Field.MODEL, modelName);
  }

  /** Another org than the tracker's. */
  public UsageContext org(String orgId) {
    return with(Field.ORG, orgId);
  }

  public UsageContext provider(String provider) {
    return with(Field.PROVIDER, provider);
  }

  public UsageContext model(String modelName) {
    return with(Field.MODEL, modelName);
  }

  public UsageContext user(String userId) {
    return with(Field.USER, userId);
  }

  public UsageContext conversation(String conversationId) {
    return with(Field.CONVERSATION, conversationId);
  }

  public UsageContext message(String messageId) {
    return with(Field.MESSAGE, messageId);
  }

  public UsageContext feature(String feature) {
    return with(Field.FEATURE, feature);
  }

  public UsageContext activity(String activity) {
    return with(Field.ACTIVITY, activity);
  }

  public UsageContext category(String category) {
    return with(Field.CATEGORY, category);
  }

  /** Such as {@code storyId} or {@code deliberationId}; the ledger adds up usage by each. */
  public UsageContext tag(String key, String value) {
    if (key == null || value == null) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(tags);
    more.put(key, value);
    return new UsageContext(said, Collections.unmodifiableMap(more));
  }

  /** What this leaves unsaid, another says. */
  public UsageContext or(UsageContext other) {
    Map<Field, String> both = new LinkedHashMap<>(other.said);
    both.putAll(said);
    Map<String, String> bothTags = new LinkedHashMap<>(other.tags);
    bothTags.putAll(tags);
    return new UsageContext(
        Collections.unmodifiableMap(both), Collections.unmodifiableMap(bothTags));
  }

  private UsageContext with(Field field, String value) {
    if (value == null) {
      return this;
    }
    Map<Field, String> more = new LinkedHashMap<>(said);
    more.put(field, value);
    return new UsageContext(Collections.unmodifiableMap(more), tags);
  }

  void into(UsageEventBuilder event) {
    said.forEach((field, value) -> put(field, value, event));
    event.tags(tags);
  }

  private static void put(Field field, String value, UsageEventBuilder event) {
    switch (field) {
      case ORG -> event.org(value);
      case PROVIDER -> event.provider(value);
      case MODEL -> event.model(value);
      case USER -> event.user(value);
      case CONVERSATION -> event.conversation(value);
      case MESSAGE -> event.message(value);
      case FEATURE -> event.feature(value);
      case ACTIVITY -> event.activity(value);
      case CATEGORY -> event.category(value);
    }
  }
}
