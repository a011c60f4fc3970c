package io.millrace.asyncapi.mill;

import io.micronaut.serde.annotation.SerdeImport;

/** Has the compiler write code that calls every accessor and constructor there is. */
@SerdeImport(GrainDelivered.class)
@SerdeImport(GrainDelivered.Farmer.class)
@SerdeImport(GrainDelivered.Sack.class)
@SerdeImport(GrainDelivered.Note.class)
@SerdeImport(GrainLost.class)
@SerdeImport(FlourMilled.class)
@SerdeImport(FlourSpoilt.class)
final class EventsOnTheWire {}
