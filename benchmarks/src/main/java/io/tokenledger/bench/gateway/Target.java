package io.tokenledger.bench.gateway;

import io.tokenledger.bench.ProcessCpu;
import java.util.OptionalLong;

/**
 * Who is called.
 *
 * @param url without the path
 * @param key of the caller
 * @param pid of the process between the caller and the upstream, where there is one
 */
record Target(String name, String url, String key, OptionalLong pid) {

  /** The CPU time that the process has used so far. */
  long cpuMicros() {
    return pid.isPresent() ? ProcessCpu.microsOfTree(pid.getAsLong()) : 0;
  }
}
