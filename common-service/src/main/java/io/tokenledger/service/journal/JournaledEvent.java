package io.tokenledger.service.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What each record of the journal holds: {@code length of org | org | length of id | id | event},
 * the lengths in two bytes. So whoever sends the event need not read it.
 *
 * @param event JSON; empty for a call without one
 */
public record JournaledEvent(CallId call, byte[] event) {

  private static final byte[] NONE = {};

  public static JournaledEvent none(CallId call) {
    return new JournaledEvent(call, NONE);
  }

  /** As a record holds it. */
  public byte[] toPayload() {
    byte[] org = call.orgId().getBytes(StandardCharsets.UTF_8);
    byte[] id = call.eventId().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 * Short.BYTES + org.length + id.length + event.length)
        .putShort((short) org.length)
        .put(org)
        .putShort((short) id.length)
        .put(id)
        .put(event)
        .array();
  }

  public static JournaledEvent fromPayload(byte[] payload) {
    ByteBuffer from = ByteBuffer.wrap(payload);
    CallId call = new CallId(text(from), text(from));
    byte[] event = new byte[from.remaining()];
    from.get(event);
    return new JournaledEvent(call, event);
  }

  private static String text(ByteBuffer from) {
    byte[] text = new byte[Short.toUnsignedInt(from.getShort())];
    from.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
