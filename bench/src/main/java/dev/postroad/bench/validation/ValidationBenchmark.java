package dev.postroad.bench.validation;

import dev.postroad.bench.sample.Shape;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each way to validate by itself, in a JVM of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets what is measured before it measures.
public class ValidationBenchmark {
    /** The contract. */
    @Param
    public Shape shape;

    /** The way. */
    @Param
    public Way way;

    private Way.Work work;
    private int next;

    /** Makes the messages and what validates them. */
    @Setup(Level.Trial)
    public void prepare() {
        work = way.work(shape, shape.valid());
    }

    /** One message. */
    @Benchmark
    public int validate() {
        next = (next + 1) & (Shape.COUNT - 1);
        return work.run(next);
    }
}
