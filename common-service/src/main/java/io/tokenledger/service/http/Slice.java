package io.tokenledger.service.http;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list, which knows whether the list goes on.
 *
 * @param last the item behind which the next page begins; absent on the last page
 */
public record Slice<T>(List<T> items, Optional<T> last) {

  /** Of at most {@code limit} items, made from one more, which tells it. */
  public static <T> Slice<T> of(List<T> oneMore, int limit) {
    return oneMore.size() <= limit
        ? new Slice<>(oneMore, Optional.empty())
        : new Slice<>(oneMore.subList(0, limit), Optional.of(oneMore.get(limit - 1)));
  }
}
