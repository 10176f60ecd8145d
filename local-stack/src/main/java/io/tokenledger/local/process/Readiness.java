package io.tokenledger.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Whether a component does its work; asked again and again, so it answers within a second. */
@FunctionalInterface
public interface Readiness {

  Duration TIMEOUT = Duration.ofSeconds(1);

  boolean isReady() throws InterruptedException;

  /** MicroProfile Health of a service: 200 when every check is up. */
  static Readiness ofService(String managementUrl) {
    URI address = URI.create(managementUrl + "/q/health/ready");
    return () -> {
      try {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) TIMEOUT.toMillis());
        connection.setReadTimeout((int) TIMEOUT.toMillis());
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } catch (IOException e) {
        return false;
      }
    };
  }

  /** Whether somebody listens; much cheaper than a client of the server's protocol. */
  static Readiness ofPort(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) TIMEOUT.toMillis());
        return true;
      } catch (IOException e) {
        return false;
      }
    };
  }
}
