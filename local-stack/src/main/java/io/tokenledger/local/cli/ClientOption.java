package io.tokenledger.local.cli;

import io.tokenledger.local.StackException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** How to speak to brokers that are not the local stack's. */
final class ClientOption {

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Properties of the Kafka client, such as sasl.jaas.config.")
  private Path file;

  /**
   * The properties of a client of these brokers.
   *
   * @throws StackException when the file cannot be read
   */
  Map<String, Object> of(String bootstrap) {
    Map<String, Object> client = new HashMap<>();
    if (file != null) {
      Properties properties = new Properties();
      try (Reader text = Files.newBufferedReader(file)) {
        properties.load(text);
      } catch (IOException e) {
        throw new StackException("The file " + file + " cannot be read.", e);
      }
      properties
          .stringPropertyNames()
          .forEach(name -> client.put(name, properties.getProperty(name)));
    }
    client.put("bootstrap.servers", bootstrap);
    return client;
  }
}
