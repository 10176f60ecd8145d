package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Where raw events are kept. */
public interface RawEvents {

  /**
   * Stores, in one transaction, every event whose org and event id are not there yet, and keeps
   * those of a higher revision than what is there.
   *
   * @param events no two of the same {@link EventKey.Name} and revision
   * @param batch that they are of: the transaction also raises the {@link PublishedPositions} to
   *     where it was read from, and fails when its epoch is over
   * @return by name, the rows that were there before, and those stored now that name a pseudonym or
   *     have later revisions; every other event is stored as it is. A row of an earlier epoch that
   *     was never published has gone over to the position of its event, if that is yet to be
   *     published
   */
  Uni<Map<EventKey.Name, StoredEvent>> store(List<PricedEvent> events, UsageBatch batch);
}
