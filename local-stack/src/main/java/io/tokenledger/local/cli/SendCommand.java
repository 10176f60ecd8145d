package io.tokenledger.local.cli;

import io.tokenledger.local.Component;
import io.tokenledger.local.StackException;
import io.tokenledger.local.kafka.EventSender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a file of usage events to Kafka, one per line, as they are. */
@Command(name = "send", description = "NDJSON of usage events (stdin by default) to Kafka.")
final class SendCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--file", paramLabel = "F", description = "Instead of stdin.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    String bootstrap = data.accessTo(Component.KAFKA).kafkaBootstrap();
    try (InputStream lines = open();
        EventSender sender = new EventSender(bootstrap)) {
      sender.sendLines(lines);
      sender.flush();
      sender.failures().forEach(System.err::println);
      System.out.printf(
          "%,d of %,d events acknowledged by Kafka.%n", sender.acknowledged(), sender.sent());
      return sender.acknowledged() == sender.sent() ? 0 : 1;
    }
  }

  private InputStream open() throws IOException {
    try {
      return file == null ? System.in : Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new StackException("There is no file " + file + ".", e);
    }
  }
}
