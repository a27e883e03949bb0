package dev.plumbline.api.outbound;

import java.net.UnknownHostException;

/** An address is none that we connect to; the message says why, for a person. */
final class RefusedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1;

  RefusedAddressException(String why) {
    super(why);
  }
}
