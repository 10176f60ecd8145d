package io.tokenledger.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The RSA key pair that signs sign-in tokens, as PEM files in a folder.
 *
 * @param publicKeyFile what services check tokens with
 */
public record SigningKeys(PrivateKey privateKey, Path publicKeyFile) {

  private static final String ALGORITHM = "RSA";
  private static final int BITS = 2048;
  private static final String PRIVATE_FILE = "jwt-private.pem";
  private static final String PUBLIC_FILE = "jwt-public.pem";

  /** Where the private key is, for a service that signs; it is there with the keys. */
  public static Path privateKeyFile(Path directory) {
    return directory.resolve(PRIVATE_FILE);
  }

  /** The keys in the folder; made when there are none. */
  public static SigningKeys in(Path directory) throws IOException, GeneralSecurityException {
    Path privateFile = directory.resolve(PRIVATE_FILE);
    if (!Files.exists(privateFile)) {
      generate(directory);
    }
    byte[] encoded = decode(Files.readString(privateFile));
    PrivateKey privateKey =
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    return new SigningKeys(privateKey, directory.resolve(PUBLIC_FILE));
  }

  /** The private key is written last: where it is, the public one is too. */
  private static void generate(Path directory) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(BITS);
    var pair = generator.generateKeyPair();
    Files.writeString(
        directory.resolve(PUBLIC_FILE), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    Secrets.writePrivately(
        directory.resolve(PRIVATE_FILE), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
  }

  private static String pem(String label, byte[] encoded) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static byte[] decode(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
