package io.tokenledger.query.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The cable between the service and PostgreSQL: it can be cut, or carry nothing any more. */
public final class Cable implements AutoCloseable {

  private final ServerSocket listener;
  private final URI server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean frozen;

  public Cable(int port, URI server) throws IOException {
    this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    start(this::accept);
  }

  /** What is under way stops, and neither side is told. */
  public void freeze() {
    frozen = true;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (!listener.isClosed()) {
      Socket client = listener.accept();
      Socket database = new Socket(server.getHost(), server.getPort());
      sockets.addAll(List.of(client, database));
      start(() -> carry(client, database));
      start(() -> carry(database, client));
    }
  }

  private void carry(Socket from, Socket to) throws IOException {
    byte[] buffer = new byte[8_192];
    for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
      if (!frozen) {
        to.getOutputStream().write(buffer, 0, read);
      }
    }
    to.close();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A side has closed its end: that is what cutting is.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
