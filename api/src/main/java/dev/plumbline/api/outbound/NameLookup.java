package dev.plumbline.api.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
interface NameLookup {

  /**
   * @throws UnknownHostException when there are none, or they are not known in time
   */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
