package io.tokenledger.local.backfill.sending;

import java.util.function.Consumer;

/** Sends nothing, for a dry run. */
public final class NoSink implements EventSink {

  @Override
  public void send(String key, byte[] event, Consumer<Exception> answered) {
    answered.accept(null);
  }

  @Override
  public void flush() {
    // There is nothing on the way.
  }
}
