package dev.postroad.bench.sample;

import dev.postroad.bench.shipments.Address;
import dev.postroad.bench.shipments.Parcel;
import dev.postroad.bench.shipments.ShipmentDispatched;
import dev.postroad.bench.shipments.Speed;
import java.util.Map;

/** The rules of shipments, written by hand; texts are taken for ASCII where that makes no difference to the samples. */
final class HandWrittenShipmentCheck {
    private static final int MOST_PARCELS = 50;
    private static final int MOST_REFERENCES = 10;
    private static final int LONGEST_REFERENCE = 64;
    private static final int LONGEST_STREET = 100;
    private static final int HEAVIEST = 31_500;
    private static final int SIDES = 3;

    private HandWrittenShipmentCheck() {}

    static boolean isValid(ShipmentDispatched shipment) {
        if (!Texts.isUuid(shipment.getShipmentId())
                || !shipment.hasSender()
                || !isValid(shipment.getSender())
                || !shipment.hasRecipient()
                || !isValid(shipment.getRecipient())
                || shipment.getParcelsCount() == 0
                || shipment.getParcelsCount() > MOST_PARCELS
                || shipment.getSpeed() == Speed.UNRECOGNIZED
                || shipment.getSpeed() == Speed.SPEED_UNSPECIFIED) {
            return false;
        }
        for (var i = 0; i < shipment.getParcelsCount(); i++) {
            if (!isValid(shipment.getParcels(i))) {
                return false;
            }
        }
        return areValid(shipment.getReferencesMap());
    }

    private static boolean isValid(Address address) {
        var code = address.getPostalCode();
        return !address.getStreet().isEmpty()
                && address.getStreet().length() <= LONGEST_STREET
                && !address.getCity().isEmpty()
                && code.length() >= 4
                && code.length() <= 6
                && Texts.areBetween(code, 0, '0', '9')
                && address.getCountry().length() == 2;
    }

    private static boolean isValid(Parcel parcel) {
        if (!Texts.isNumbered(parcel.getBarcode(), 2, 9)
                || parcel.getGrams() <= 0
                || parcel.getGrams() > HEAVIEST
                || parcel.getSidesCount() > SIDES) {
            return false;
        }
        for (var i = 0; i < parcel.getSidesCount(); i++) {
            if (parcel.getSides(i) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean areValid(Map<String, String> references) {
        if (references.size() > MOST_REFERENCES) {
            return false;
        }
        for (var reference : references.entrySet()) {
            var value = reference.getValue();
            if (!isName(reference.getKey()) || value.isEmpty() || value.length() > LONGEST_REFERENCE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter != '_' && (letter < 'a' || letter > 'z')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
