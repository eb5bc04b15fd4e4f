package dev.postroad.compiler.automaton;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Numbers in blocks, which are split by marking some of their members. Marking takes constant time. */
final class Partition {
    private final int[] members;
    private final int[] places;
    private final int[] blocks;
    private final int[] begins;
    private final int[] ends;
    private final int[] marked;
    private final Deque<Integer> touched = new ArrayDeque<>();
    private int count = 1;

    /** All numbers below the size in one block. */
    Partition(int size) {
        members = IntStream.range(0, size).toArray();
        places = members.clone();
        blocks = new int[size];
        begins = new int[size];
        ends = new int[size];
        marked = new int[size];
        ends[0] = size;
    }

    int count() {
        return count;
    }

    int block(int member) {
        return blocks[member];
    }

    /** The members as they are, whatever is split later. */
    int[] members(int block) {
        return Arrays.copyOfRange(members, begins[block], ends[block]);
    }

    void mark(int member) {
        var block = blocks[member];
        var place = begins[block] + marked[block];
        if (places[member] < place) {
            return;
        }
        var other = members[place];
        put(other, places[member]);
        put(member, place);
        if (marked[block]++ == 0) {
            touched.push(block);
        }
    }

    private void put(int member, int place) {
        members[place] = member;
        places[member] = place;
    }

    /** Parts marked members from the others of their block; the smaller part becomes a new block. */
    void split(IntConsumer created) {
        while (!touched.isEmpty()) {
            var block = touched.pop();
            var middle = begins[block] + marked[block];
            marked[block] = 0;
            if (middle < ends[block]) {
                created.accept(part(block, middle));
            }
        }
    }

    private int part(int block, int middle) {
        var part = count++;
        if (middle - begins[block] <= ends[block] - middle) {
            begins[part] = begins[block];
            ends[part] = middle;
            begins[block] = middle;
        } else {
            begins[part] = middle;
            ends[part] = ends[block];
            ends[block] = middle;
        }
        for (var place = begins[part]; place < ends[part]; place++) {
            blocks[members[place]] = part;
        }
        return part;
    }
}
