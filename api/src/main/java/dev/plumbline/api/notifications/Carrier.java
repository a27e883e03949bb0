package dev.plumbline.api.notifications;

import dev.plumbline.api.secrets.Secret;
import java.util.Optional;
import java.util.Set;

/** Speaks to one or more kinds of channels. */
interface Carrier {

  Set<ChannelKind> kinds();

  /** One attempt, within half a minute; it does not throw for what the other side does. */
  Attempt carry(Parcel parcel, ChannelEntity channel, Optional<Secret> secret);
}
