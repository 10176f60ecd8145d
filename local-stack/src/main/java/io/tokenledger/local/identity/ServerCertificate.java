package io.tokenledger.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for 127.0.0.1 that signs itself, as trials of TLS need one, made by the JDK's
 * {@code keytool}.
 *
 * @param keyStore PKCS #12 with key and certificate
 * @param certificate PEM
 * @param key PEM, PKCS #8, for its owner only
 */
public record ServerCertificate(Path keyStore, String password, Path certificate, Path key) {

  private static final String ALIAS = "server";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /** The one that is there, or a new one. */
  public static ServerCertificate in(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    ServerCertificate made =
        new ServerCertificate(
            directory.resolve("server.p12"),
            "store-password",
            directory.resolve("server.crt"),
            directory.resolve("server.key"));
    if (!Files.exists(made.certificate)) {
      made.generate();
      made.writePems();
    }
    return made;
  }

  private void generate() throws IOException, InterruptedException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                password)
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
  }

  private void writePems() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keyStore)) {
      store.load(file, password.toCharArray());
    }
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] secret = store.getKey(ALIAS, password.toCharArray()).getEncoded();
    Files.writeString(key, pem("PRIVATE KEY", secret));
    Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
  }

  private static String pem(String label, byte[] encoded) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, LINES.encodeToString(encoded));
  }
}
