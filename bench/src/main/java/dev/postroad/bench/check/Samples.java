package dev.postroad.bench.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a recorded program spent its time: samples, by what was running. */
final class Samples {
    private static final String OWN = "dev.postroad.";

    private final List<RecordedEvent> events;

    private Samples(List<RecordedEvent> events) {
        this.events = events;
    }

    static Samples of(Path recording) throws IOException {
        return new Samples(RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(event -> event.getStackTrace() != null)
                .toList());
    }

    int count() {
        return events.size();
    }

    /** Samples by the package of Postroad that was at work, itself or through a library. */
    Map<String, Long> byPackage() {
        return counted(Samples::ownPackage);
    }

    /** Samples by the method of Postroad that was at work, itself or through a library. */
    Map<String, Long> byMethod() {
        return counted(event -> own(event).map(Samples::method));
    }

    /** Samples by the method that was running. */
    Map<String, Long> byTop() {
        return counted(
                event -> event.getStackTrace().getFrames().stream().findFirst().map(Samples::method));
    }

    private static Optional<String> ownPackage(RecordedEvent event) {
        return own(event)
                .map(frame -> frame.getMethod().getType().getName())
                .map(type -> type.substring(0, type.lastIndexOf('.')));
    }

    private static Optional<RecordedFrame> own(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .filter(frame -> frame.getMethod().getType().getName().startsWith(OWN))
                .findFirst();
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private Map<String, Long> counted(Function<RecordedEvent, Optional<String>> name) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> name.apply(event).orElse("the JVM itself"), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(12)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
