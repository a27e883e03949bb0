package dev.plumbline.api.deprecations;

import dev.plumbline.api.organisations.Organisation;

/** An organisation's calendar may be another one once the transaction is committed. */
record ObservationsRecorded(Organisation organisation) {}
