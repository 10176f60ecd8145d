package io.tokenledger.events;

/**
 * Who called which model, and what for: what usage is grouped by. An absent text is the empty
 * string, as in the keys of the rollups.
 *
 * @param orgId the tenant
 * @param userId who called; may be empty
 * @param provider in lower case, such as {@code openai}
 * @param feature such as {@code chat}, the default
 * @param activity such as {@code agent.implementer}; may be empty
 * @param category such as {@code review}; may be empty
 */
public record Call(
    String orgId,
    String userId,
    String provider,
    String modelName,
    String feature,
    String activity,
    String category) {

  /** The same call by another user; by nobody in particular, when the id is empty. */
  public Call withUserId(String other) {
    return new Call(orgId, other, provider, modelName, feature, activity, category);
  }

  /** The same call without its activity and category. */
  public Call withoutLabels() {
    return new Call(orgId, userId, provider, modelName, feature, "", "");
  }
}
