package io.tokenledger.gateway.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the scripted upstream answers: a status, headers, and bytes at their times. */
public final class Script {

  /** How an answer ends. */
  public enum End {
    END,
    RESET,
    /** Of HTTP/2: only this answer, not the connection. */
    RESET_STREAM,
    HANG
  }

  /**
   * @param delayMillis before these bytes
   */
  record Step(long delayMillis, byte[] bytes) {}

  final int status;
  final Map<String, String> headers = new TreeMap<>();
  final List<Step> steps = new ArrayList<>();
  End end = End.END;
  long headDelayMillis;
  long floodBytes;
  private String other = "";
  private Script forOther;

  private Script(int status) {
    this.status = status;
  }

  public static Script answer(int status, String contentType) {
    return new Script(status).header("content-type", contentType);
  }

  public static Script json(String body) {
    return answer(200, "application/json").then(body).header("content-length", length(body));
  }

  public static Script events(String... events) {
    Script script = answer(200, "text/event-stream");
    for (String event : events) {
      script.then(5, event);
    }
    return script;
  }

  /** So many bytes, as fast as they are taken. */
  public static Script flood(long bytes) {
    Script script = answer(200, "application/octet-stream");
    script.floodBytes = bytes;
    return script;
  }

  /** The connection ends before there is an answer. */
  public static Script brokenOff() {
    return new Script(0);
  }

  /** Another answer to a body with this text. */
  public Script but(String text, Script answer) {
    other = text;
    forOther = answer;
    return this;
  }

  Script to(String body) {
    return forOther != null && body.contains(other) ? forOther : this;
  }

  public Script header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Script then(String bytes) {
    return then(0, bytes);
  }

  public Script then(long delayMillis, String bytes) {
    return then(delayMillis, bytes.getBytes(StandardCharsets.UTF_8));
  }

  public Script then(long delayMillis, byte[] bytes) {
    steps.add(new Step(delayMillis, bytes));
    return this;
  }

  /** Before the status and the headers. */
  public Script silentFor(long millis) {
    headDelayMillis = millis;
    return this;
  }

  public Script ending(End how) {
    end = how;
    return this;
  }

  private static String length(String body) {
    return Integer.toString(body.getBytes(StandardCharsets.UTF_8).length);
  }
}
