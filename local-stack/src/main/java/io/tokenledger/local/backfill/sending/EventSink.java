package io.tokenledger.local.backfill.sending;

import java.util.function.Consumer;

/** Where events go. */
public interface EventSink {

  /**
   * Takes an event on its way; may wait for room.
   *
   * @param key by which events that belong together stay together
   * @param answered gets null when it is acknowledged, else what went wrong; on any thread
   */
  void send(String key, byte[] event, Consumer<Exception> answered);

  /** Returns when each event was answered. */
  void flush();
}
