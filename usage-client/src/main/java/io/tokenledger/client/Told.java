package io.tokenledger.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.client.sending.Deliveries;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Counts what became of events, and tells the listener. Never throws. */
final class Told implements Deliveries {

  private static final Logger LOG = System.getLogger(UsageTracker.class.getName());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Tally tally;
  private final UsageListener listener;
  private final AtomicBoolean listenerFailed = new AtomicBoolean();

  Told(Tally tally, UsageListener listener) {
    this.tally = tally;
    this.listener = listener;
  }

  void invalid(UsageEvent event, String problem) {
    tally.invalid(problem);
    tell(told -> told.onInvalid(event, problem));
  }

  void dropped(UsageEvent event, String why) {
    tally.dropped(why);
    tell(told -> told.onDropped(event, why));
  }

  @Override
  public void accepted(int events) {
    tally.accepted(events);
  }

  @Override
  public void rejected(byte[] event, String code, String detail) {
    tally.rejected(code + ", " + detail);
    tell(told -> told.onRejected(rejection(event, code, detail)));
  }

  private static RejectedEvent rejection(byte[] event, String code, String detail) {
    JsonNode sent = JSON.missingNode();
    try {
      sent = JSON.readTree(event);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "An event of the journal is no JSON.", e);
    }
    return new RejectedEvent(
        sent.path("orgId").asText(""), sent.path("eventId").asText(""), code, detail);
  }

  @Override
  public void failed(String why) {
    tally.failed(why);
  }

  @Override
  public void tick() {
    tally.sayWhatWasLost();
  }

  private void tell(Consumer<UsageListener> what) {
    try {
      what.accept(listener);
    } catch (RuntimeException e) {
      // Once: it may fail with every event.
      if (listenerFailed.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "The listener of the usage tracker failed.", e);
      }
    }
  }
}
