package io.tokenledger.bench.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM's heap holds after a collection, as its own {@code jcmd} counts it. */
final class LiveHeap {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private LiveHeap() {}

  static long bytes(long pid) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                      Long.toString(pid),
                      "GC.class_histogram"))
              .redirectErrorStream(true)
              .start();
      String told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher total = TOTAL.matcher(told);
      if (!total.find()) {
        throw new IllegalStateException("jcmd said: " + told);
      }
      return Long.parseLong(total.group(1));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
