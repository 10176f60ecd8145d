package io.tokenledger.query.erasure;

import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Slice;
import java.util.List;
import java.util.Optional;

/**
 * The erasures of an org, the last asked for first.
 *
 * @param nextCursor null on the last page
 */
public record ErasuresAnswer(List<Erasure> erasures, Optional<String> nextCursor) {

  static ErasuresAnswer of(List<Erasure> found, int limit) {
    Slice<Erasure> page = Slice.of(found, limit);
    return new ErasuresAnswer(
        page.items(), page.last().map(last -> Cursor.encode(last.pseudonym())));
  }
}
