package io.tokenledger.events;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
public final class Sha256 {

  private Sha256() {}

  /** 32 bytes, of the parts as if they were one. */
  public static byte[] of(byte[]... parts) {
    return ended(digest(), parts);
  }

  /** For texts that begin alike: what they begin with is looked at once. */
  public static MessageDigest begun(byte[] begin) {
    MessageDigest digest = digest();
    digest.update(begin);
    return digest;
  }

  /**
   * The same of the begin and the parts.
   *
   * @param begin is not changed
   */
  public static byte[] of(MessageDigest begin, byte[]... parts) {
    try {
      return ended((MessageDigest) begin.clone(), parts);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of Java's own provider can be cloned", e);
    }
  }

  private static byte[] ended(MessageDigest digest, byte[]... parts) {
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
