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

  /** Bytes and drains of one org may be half of those of all. */
  private static final int OF_ONE_ORG = 2;

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
    if (share(orgId, new Share(1, 0, 0)).calls() > config.maxOpenPerOrg()) {
      open.decrementAndGet();
      share(orgId, new Share(-1, 0, 0));
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
    if (share(orgId, new Share(0, bytes, 0)).bytes() > config.maxBufferedBytes() / OF_ONE_ORG) {
      release(orgId, bytes);
      throw Refusals.busy();
    }
  }

  void release(String orgId, long bytes) {
    held.addAndGet(-bytes);
    share(orgId, new Share(0, -bytes, 0));
  }

  /** Whether there is room to read an answer on whose client has left. */
  boolean startDrain(String orgId) {
    int all = draining.incrementAndGet();
    int ofOrg = share(orgId, new Share(0, 0, 1)).drains();
    boolean room =
        all <= config.maxDrains() && ofOrg <= Math.max(1, config.maxDrains() / OF_ONE_ORG);
    if (!room) {
      endDrain(orgId);
    }
    return room;
  }

  void endDrain(String orgId) {
    draining.decrementAndGet();
    share(orgId, new Share(0, 0, -1));
  }

  void close(String orgId) {
    open.decrementAndGet();
    share(orgId, new Share(-1, 0, 0));
  }

  private Share share(String orgId, Share more) {
    Share[] now = new Share[1];
    shares.compute(
        orgId,
        (org, before) -> {
          Share some = before == null ? Share.NONE : before;
          now[0] = some.plus(more);
          return now[0].equals(Share.NONE) ? null : now[0];
        });
    return now[0];
  }

  private record Share(int calls, long bytes, int drains) {
    static final Share NONE = new Share(0, 0, 0);

    Share plus(Share more) {
      return new Share(calls + more.calls, bytes + more.bytes, drains + more.drains);
    }
  }
}
