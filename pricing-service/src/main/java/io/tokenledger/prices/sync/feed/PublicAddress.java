package io.tokenledger.prices.sync.feed;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are on the public Internet. Everything else could be a machine that only this
 * service can reach, and must not be asked for a list (IANA's special-purpose registries; RFC
 * 6890).
 */
final class PublicAddress {

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean isThisNetwork = first == 0;
    boolean isCarrierNat = first == 100 && second >= 64 && second < 128;
    boolean isProtocolOrTest = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean isBenchmark = first == 198 && (second == 18 || second == 19);
    boolean isDocumentation =
        first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
    boolean isReserved = first >= 240;
    return !(isThisNetwork
        || isCarrierNat
        || isProtocolOrTest
        || isBenchmark
        || isDocumentation
        || isReserved);
  }

  /** Global unicast, without what wraps an IPv4 address (6to4, Teredo) or is for documentation. */
  private static boolean isPublicV6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean isGlobalUnicast = first >> 13 == 1;
    boolean isSixToFour = first == 0x2002;
    boolean isProtocolAssignment = first == 0x2001 && second < 0x0200;
    boolean isDocumentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff;
    return isGlobalUnicast && !isSixToFour && !isProtocolAssignment && !isDocumentation;
  }
}
