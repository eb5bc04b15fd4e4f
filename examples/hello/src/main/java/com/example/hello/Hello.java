package com.example.hello;

import com.example.hello.v1.GreetingSent;
import dev.postroad.client.Bus;
import java.util.concurrent.CountDownLatch;

public final class Hello {
    public static void main(String[] arguments) throws InterruptedException {
        var greeted = new CountDownLatch(1);
        try (var bus = Bus.connect("hello")) {
            bus.subscribe(GreetingSent.class, (greeting, context) -> {
                System.out.println(greeting.getText() + ", " + greeting.getName() + "!");
                greeted.countDown();
            });
            var publisher = bus.publisher(GreetingSent.class);
            publisher.publish(GreetingSent.newBuilder().setName("world").setText("Hello").build());
            greeted.await();
        }
    }
}
