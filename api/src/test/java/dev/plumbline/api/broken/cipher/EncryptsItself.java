package dev.plumbline.api.broken.cipher;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Encrypts without the vault. */
class EncryptsItself {

  Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance("AES/ECB/PKCS5Padding");
  }
}
