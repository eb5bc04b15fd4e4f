package dev.postroad.bench.sample;

import dev.postroad.bench.shipments.Address;
import dev.postroad.bench.shipments.Parcel;
import dev.postroad.bench.shipments.ShipmentDispatched;
import dev.postroad.bench.shipments.Speed;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Shipments of about 450 bytes: six parcels, four references. */
final class Shipments {
    private static final long SEED = 2;
    private static final int UNKNOWN_SPEED = 9;

    private Shipments() {}

    static List<ShipmentDispatched> valid() {
        var random = new Random(SEED);
        return Stream.generate(() -> shipment(random)).limit(Shape.COUNT).toList();
    }

    static List<ShipmentDispatched> broken() {
        return new Breakages<>(
                        ShipmentDispatched::toBuilder,
                        ShipmentDispatched.Builder::build,
                        List.of(
                                shipment -> shipment.setShipmentId("no-uuid"),
                                ShipmentDispatched.Builder::clearSender,
                                shipment -> shipment.getRecipientBuilder().setPostalCode("80 01"),
                                ShipmentDispatched.Builder::clearParcels,
                                shipment -> shipment.getParcelsBuilder(5).setBarcode("A1"),
                                shipment -> shipment.getParcelsBuilder(3).setGrams(0),
                                shipment -> shipment.getParcelsBuilder(0).setSides(2, -1),
                                shipment -> shipment.putReferences("Not A Name", "1"),
                                shipment -> shipment.putReferences("order", ""),
                                shipment -> shipment.setSpeedValue(UNKNOWN_SPEED)))
                .of(valid());
    }

    private static ShipmentDispatched shipment(Random random) {
        var shipment = ShipmentDispatched.newBuilder()
                .setShipmentId(new UUID(random.nextLong(), random.nextLong()).toString())
                .setSender(address(random))
                .setRecipient(address(random))
                .setSpeed(Speed.SPEED_EXPRESS);
        for (var name : List.of("order", "customer", "cost_centre", "invoice")) {
            shipment.putReferences(name, "%08d".formatted(random.nextInt(100_000_000)));
        }
        for (var parcel = 0; parcel < 6; parcel++) {
            shipment.addParcels(parcel(random));
        }
        return shipment.build();
    }

    private static Address address(Random random) {
        return Address.newBuilder()
                .setStreet("High Street %d".formatted(1 + random.nextInt(200)))
                .setCity("Zurich")
                .setPostalCode("80%02d".formatted(random.nextInt(100)))
                .setCountry("CH")
                .build();
    }

    private static Parcel parcel(Random random) {
        return Parcel.newBuilder()
                .setBarcode("CH%09d".formatted(random.nextInt(1_000_000_000)))
                .setGrams(1 + random.nextInt(30_000))
                .addSides(1 + random.nextInt(600))
                .addSides(1 + random.nextInt(600))
                .addSides(1 + random.nextInt(600))
                .build();
    }
}
