package io.tokenledger.prices.sync.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses of a host; may block. */
@FunctionalInterface
interface HostLookup {

  InetAddress[] addressesOf(String host) throws UnknownHostException;
}
