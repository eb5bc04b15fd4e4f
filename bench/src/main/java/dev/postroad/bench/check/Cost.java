package dev.postroad.bench.check;

import java.time.Duration;

/**
 * What one run of a program cost.
 *
 * @param wall from start to end
 * @param cpu of the JVM; protoc, which it runs, is not in it
 * @param peakKilobytes most memory that the program itself had resident at once; 0 where the system does not tell
 */
record Cost(int exitCode, Duration wall, Duration cpu, long peakKilobytes) {}
