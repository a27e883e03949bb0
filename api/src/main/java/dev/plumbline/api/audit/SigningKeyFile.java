package dev.plumbline.api.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The key pair that signs heads, in a PEM file that its owner alone can use: the private key, its
 * public key, and the public keys of pairs that signed before.
 */
public record SigningKeyFile(Path path) {

  private static final Set<PosixFilePermission> OF_THE_OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  public SigningKeyFile {
    requireNonNull(path, "path");
  }

  /** Reads the pair, which is made at first use. Instances with the same file share it. */
  SigningKeys keys() {
    try {
      if (!Files.exists(path)) {
        create();
      }
      refuseReaders();
      return SigningKeys.parse(Files.readString(path, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Makes a new pair; the private key before it is forgotten, its public key stays.
   *
   * @return id of the new key
   */
  public String rotate() {
    List<byte[]> former = Files.exists(path) ? keys().published() : List.of();
    Pair pair = Pair.generate();
    try {
      Path draft = draft(pair, former);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      return PublicKeys.idOf(pair.publicKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written aside and linked: of two processes that start at once, one makes the pair of both. */
  private void create() throws IOException {
    Path draft = draft(Pair.generate(), List.of());
    try {
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster, and its pair is as good.
    } finally {
      Files.delete(draft);
    }
  }

  private Path draft(Pair pair, List<byte[]> former) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path draft =
        Files.createTempFile(
            directory, ".signing-key", ".new", PosixFilePermissions.asFileAttribute(OF_THE_OWNER));
    List<Pem> blocks =
        Stream.concat(
                Stream.of(pair.privateBlock(), new Pem(Pem.PUBLIC, pair.publicKey())),
                former.stream().map(key -> new Pem(Pem.PUBLIC, key)))
            .toList();
    Files.writeString(draft, Pem.text(blocks), StandardCharsets.US_ASCII);
    return draft;
  }

  private void refuseReaders() throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
    if (!OF_THE_OWNER.containsAll(found)) {
      throw new IllegalArgumentException(
          "others than its owner can use this key (%s); run: chmod 600 %s"
              .formatted(PosixFilePermissions.toString(found), path));
    }
  }

  /** Both halves as Java encodes them. */
  private record Pair(byte[] privateKey, byte[] publicKey) {

    static Pair generate() {
      try {
        var pair = KeyPairGenerator.getInstance(PublicKeys.ALGORITHM).generateKeyPair();
        return new Pair(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java from 15 on has Ed25519", e);
      }
    }

    Pem privateBlock() {
      return new Pem(Pem.PRIVATE, privateKey);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pair pair && Arrays.equals(publicKey, pair.publicKey);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
      return "key pair " + PublicKeys.idOf(publicKey);
    }
  }
}
