package io.tokenledger.ingest.intake.http;

import io.tokenledger.ingest.intake.IntakeBusyException;
import io.tokenledger.ingest.intake.IntakeShares;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads the bodies of requests, and unpacks them. A body may be megabytes of JSON: it is read on a
 * worker, not on an event loop, and not before its sender has a share for what it may become.
 */
@ApplicationScoped
public class IntakeBodies {

  /** Unpacked; what is sent packed may be as large, too. */
  static final int MAX_BYTES = 5 * 1024 * 1024;

  /**
   * JSON of events becomes a tenth of its size, or a little less, when it is packed; one that was
   * packed to less than that is unpacked again when it has the share that it needs.
   */
  private static final int EXPECTED_RATIO = 16;

  private final IntakeShares shares;
  private final Caller caller;

  IntakeBodies(IntakeShares shares, Caller caller) {
    this.shares = shares;
    this.caller = caller;
  }

  /**
   * The body of the caller's request, to be closed when it has been worked with.
   *
   * @param body null when there is none
   * @throws ApiException 400 for a body that is not packed as it says, 413 for one that is too
   *     large, 415 for a way of packing that is not known or not announced, 429 and 503 when there
   *     is no room
   */
  public IntakeBody read(InputStream body, HttpHeaders headers) {
    ContentCoding coding = ContentCoding.of(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
    int expected = expected(coding, headers.getLength());
    Share share = new Share(expected);
    try {
      byte[] packed = bytesOf(body);
      return new IntakeBody(unpack(coding, packed, share), share::giveBack);
    } catch (RuntimeException e) {
      share.giveBack();
      throw e;
    }
  }

  /**
   * @param length -1 when nobody says how long the body is
   */
  private static int expected(ContentCoding coding, long length) {
    long ratio = coding == ContentCoding.IDENTITY ? 1 : EXPECTED_RATIO;
    return length < 0 ? MAX_BYTES : (int) Math.min(length * ratio, MAX_BYTES);
  }

  private byte[] unpack(ContentCoding coding, byte[] packed, Share share) {
    Optional<byte[]> unpacked = Unpacking.unpack(coding, packed, share.bytes);
    if (unpacked.isEmpty() && share.bytes < MAX_BYTES) {
      share.becomeLargest();
      unpacked = Unpacking.unpack(coding, packed, MAX_BYTES);
    }
    return unpacked.orElseThrow(IntakeBodies::tooLarge);
  }

  private static ApiException tooLarge() {
    return new ApiException(
        ProblemCode.TOO_LARGE,
        "The body must be " + MAX_BYTES / 1024 + " KiB at most when it is unpacked.");
  }

  private static byte[] bytesOf(InputStream body) {
    try {
      return body == null ? new byte[0] : body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The org of an API token; otherwise the user, who may write for several orgs. */
  private String sender() {
    return caller
        .apiToken()
        .map(token -> "org " + token.orgId())
        .orElseGet(() -> "user " + caller.userId());
  }

  /** One at a time: whoever waits for a larger one has none meanwhile, so that nobody starves. */
  private final class Share {

    private final String sender = sender();
    private int bytes;
    private IntakeShares.Share taken;

    Share(int bytes) {
      take(bytes);
    }

    void becomeLargest() {
      giveBack();
      take(MAX_BYTES);
    }

    private void take(int wanted) {
      try {
        taken = shares.take(sender, wanted);
        bytes = wanted;
      } catch (IntakeBusyException e) {
        throw new ApiException(
            e.isBySender() ? ProblemCode.TOO_MANY_REQUESTS : ProblemCode.UNAVAILABLE,
            e.getMessage());
      }
    }

    void giveBack() {
      if (taken != null) {
        IntakeShares.Share given = taken;
        taken = null;
        given.giveBack();
      }
    }
  }
}
