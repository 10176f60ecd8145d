package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where raw events are kept. */
public interface RawEvents {

  /**
   * Stores, in one transaction, every event whose org and event id are not there yet.
   *
   * @param events no two of the same {@link EventKey#identity()}
   * @param publishedBelow raises the {@link PublishedPositions} in the same transaction
   * @return by identity, the rows that were there before, and those stored now that name a
   *     pseudonym; every other event is stored as it is
   */
  Uni<Map<UUID, StoredEvent>> store(List<PricedEvent> events, TopicPositions publishedBelow);
}
