/**
 * Traces, metrics and the times of steps, with OpenTelemetry's API alone: whoever brings an SDK sees them, and without
 * one next to nothing is done.
 *
 * <p>Sampling is decided first. {@link dev.postroad.client.telemetry.PublishTracing} and
 * {@link dev.postroad.client.telemetry.ProcessTracing} look at one bit of a trace's header, or draw a number, and make
 * a span only of what is sampled. {@link dev.postroad.client.telemetry.StepTimes} has a histogram for each
 * {@link dev.postroad.client.telemetry.Step}, of one record in 64 and of the first that a poll brings;
 * {@link dev.postroad.client.telemetry.RunSampler} tells waiting from computing. All of these are always on, go into
 * the client report, and are given to OpenTelemetry ({@link dev.postroad.client.telemetry.Instruments}) beside.
 *
 * <p>The names of OpenTelemetry's conventions are in {@code Conventions} and nowhere else.
 */
@NullMarked
package dev.postroad.client.telemetry;

import org.jspecify.annotations.NullMarked;
