package io.tokenledger.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program of the tests in a process of its own, without any framework. */
public final class ChildProcess {

  private ChildProcess() {}

  /**
   * @param options of the virtual machine
   */
  public static Process start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    return start(List.of(), options, main, arguments);
  }

  /**
   * @param before a command that runs another one
   */
  public static Process start(
      List<String> before, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
