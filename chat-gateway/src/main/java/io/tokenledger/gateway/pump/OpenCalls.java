package io.tokenledger.gateway.pump;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is open and held just now. Of each there is so much for all, and a part of it for one org,
 * so that no org takes the room of the others.
 */
@ApplicationScoped
public class OpenCalls {

  private final PumpConfig config;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger draining = new AtomicInteger();
  private final AtomicLong held = new AtomicLong();
  private final Map<String, Share> shares = new ConcurrentHashMap<>();

  OpenCalls(PumpConfig config) {
    this.config = config;
  }

  /**
   * To be closed once.
   *
   * @throws CallRefusedException when there is no room
   */
  public OpenCall open(String orgId) {
    if (open.incrementAndGet() > config.maxOpen()) {
      open.decrementAndGet();
      throw Refusals.busy();
    }
    if (share(orgId, 1, 0).calls() > config.maxOpenPerOrg()) {
      open.decrementAndGet();
      share(orgId, -1, 0);
      throw Refusals.orgBusy();
    }
    return new OpenCall(this, orgId);
  }

  public int count() {
    return open.get();
  }

  public int draining() {
    return draining.get();
  }

  /** Bodies in memory, in bytes. */
  public long heldBytes() {
    return held.get();
  }

  /**
   * @throws CallRefusedException when there is no room for so many bytes more
   */
  void hold(String orgId, long bytes) {
    if (held.addAndGet(bytes) > config.maxBufferedBytes()) {
      held.addAndGet(-bytes);
      throw Refusals.busy();
    }
    if (share(orgId, 0, bytes).bytes() > config.maxBufferedBytes() / 2) {
      release(orgId, bytes);
      throw Refusals.busy();
    }
  }

  void release(String orgId, long bytes) {
    held.addAndGet(-bytes);
    share(orgId, 0, -bytes);
  }

  boolean startDrain() {
    if (draining.incrementAndGet() > config.maxDrains()) {
      draining.decrementAndGet();
      return false;
    }
    return true;
  }

  void endDrain() {
    draining.decrementAndGet();
  }

  void close(String orgId) {
    open.decrementAndGet();
    share(orgId, -1, 0);
  }

  private Share share(String orgId, int calls, long bytes) {
    Share[] now = new Share[1];
    shares.compute(
        orgId,
        (org, before) -> {
          Share some = before == null ? Share.NONE : before;
          now[0] = new Share(some.calls() + calls, some.bytes() + bytes);
          return now[0].equals(Share.NONE) ? null : now[0];
        });
    return now[0];
  }

  private record Share(int calls, long bytes) {
    static final Share NONE = new Share(0, 0);
  }
}
