package io.tokenledger.prices.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A model that was used without price.
 *
 * @param status {@code unpriced}: no price at all; {@code partial}: none for a part of the usage
 * @param totalTokens input, output and embedding
 * @param firstSeen when the first of these calls was made, and {@code lastSeen} the last
 * @param orgs who used it, by requests; only for those who may see every org
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnpricedView(
    String provider,
    String modelName,
    String status,
    long requests,
    long inputTokens,
    long outputTokens,
    long embeddingTokens,
    long totalTokens,
    Instant firstSeen,
    Instant lastSeen,
    List<Org> orgs) {

  /** One org's part. */
  public record Org(String orgId, long requests, Instant firstSeen, Instant lastSeen) {}

  /**
   * The answer.
   *
   * @param more whether there are models, or orgs that used these, which are not told
   */
  @Schema(requiredProperties = {"unpriced", "more"})
  public record Models(List<UnpricedView> unpriced, boolean more) {}

  private record Key(String provider, String modelName, String status) {}

  /**
   * @param ofOrgs what each org used, in any order
   * @param limit of them are told, at most
   */
  static Models of(List<UnpricedView> ofOrgs, int limit) {
    Map<Key, UnpricedView> byModel = new LinkedHashMap<>();
    for (UnpricedView usage : ofOrgs.subList(0, Math.min(limit, ofOrgs.size()))) {
      Key key = new Key(usage.provider(), usage.modelName(), usage.status());
      byModel.merge(key, usage, UnpricedView::plus);
    }
    return new Models(
        byModel.values().stream()
            .sorted(Comparator.comparingLong(UnpricedView::requests).reversed())
            .toList(),
        ofOrgs.size() > limit);
  }

  private UnpricedView plus(UnpricedView other) {
    return new UnpricedView(
        provider,
        modelName,
        status,
        requests + other.requests,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        embeddingTokens + other.embeddingTokens,
        totalTokens + other.totalTokens,
        firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
        lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen,
        orgs == null ? null : byRequests(orgs, other.orgs));
  }

  private static List<Org> byRequests(List<Org> some, List<Org> others) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparingLong(Org::requests).reversed())
        .toList();
  }
}
