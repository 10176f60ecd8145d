package io.tokenledger.prices.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.pricing.PriceBookJson;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.http.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One page of prices, ordered by provider, model and org.
 *
 * @param orgIds whose prices are listed; the empty one for everyone's
 * @param provider empty for all
 * @param text part of the model's name, in any case; empty for all
 * @param cursor the {@code nextCursor} of the page before; empty for the first
 */
record PriceListing(Set<String> orgIds, String provider, String text, int limit, String cursor) {

  static final int MAX_LIMIT = 1_000;

  /** Between the parts of a cursor; no part may contain it. */
  private static final char SEPARATOR = '\n';

  PriceListing {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.invalidParameter("limit", "must be from 1 to " + MAX_LIMIT + ".");
    }
  }

  ObjectNode page(List<PriceVersion> inForce) {
    String after = decoded(cursor);
    List<PriceVersion> found =
        inForce.stream()
            .filter(this::matches)
            .filter(version -> position(version).compareTo(after) > 0)
            .sorted(Comparator.comparing(PriceListing::position))
            .limit(limit + 1L)
            .toList();
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode prices = page.putArray("prices");
    found.stream().limit(limit).map(PriceBookJson::encodeVersion).forEach(prices::add);
    page.put("nextCursor", found.size() > limit ? encoded(found.get(limit - 1)) : null);
    return page;
  }

  private boolean matches(PriceVersion version) {
    return orgIds.contains(version.orgId())
        && (provider.isEmpty() || provider.equals(version.provider()))
        && version.modelName().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static String position(PriceVersion version) {
    return version.provider() + SEPARATOR + version.modelName() + SEPARATOR + version.orgId();
  }

  private static String encoded(PriceVersion last) {
    byte[] position = position(last).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position);
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalidParameter("cursor", "must be the nextCursor of an earlier page.");
    }
  }
}
