package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.byteman.agent.Main;

/**
 * Puts the deaths into the code of a service: Byteman as an agent, with the rules written for it.
 */
final class CrashRules {

  private CrashRules() {}

  /**
   * @param folder where the rules are copied to: an agent reads files, not what is inside a jar
   */
  static String agentOption(Component service, Path folder, Switches switches) {
    return "-javaagent:%s=script:%s -Dcrash.switches=%s"
        .formatted(jarOfByteman(), copied(service.label() + ".btm", folder), switches.folder());
  }

  private static Path copied(String script, Path folder) {
    Path copy = folder.resolve(script);
    try (InputStream rules = CrashRules.class.getResourceAsStream("/crash/" + script)) {
      Files.copy(rules, copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jarOfByteman() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
