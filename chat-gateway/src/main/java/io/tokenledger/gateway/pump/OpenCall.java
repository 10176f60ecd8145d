package io.tokenledger.gateway.pump;

/** The room that one call takes. It belongs to the call's event loop. */
public final class OpenCall {

  private final OpenCalls all;
  private final String orgId;
  private long heldBytes;
  private boolean closed;

  OpenCall(OpenCalls all, String orgId) {
    this.all = all;
    this.orgId = orgId;
  }

  /**
   * @throws CallRefusedException when there is no room for so many bytes more
   */
  void hold(long bytes) {
    all.hold(orgId, bytes);
    heldBytes += bytes;
  }

  /** The upstream has the body. */
  public void letGo() {
    all.release(orgId, heldBytes);
    heldBytes = 0;
  }

  boolean startDrain() {
    return all.startDrain(orgId);
  }

  void endDrain() {
    all.endDrain(orgId);
  }

  public void close() {
    if (!closed) {
      closed = true;
      letGo();
      all.close(orgId);
    }
  }
}
