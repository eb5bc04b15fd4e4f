package dev.postroad.contract.cel;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What lists and maps hold. Their values are boxed, and neither they nor their values are null. */
public final class Containers {
    private Containers() {}

    @Overload({"size_list", "list_size"})
    public static long size(List<?> list) {
        return list.size();
    }

    @Overload({"size_map", "map_size"})
    public static long size(Map<?, ?> map) {
        return map.size();
    }

    /** The element at an index, counted from 0. */
    @Overload("index_list")
    public static Object at(List<?> list, long index) throws EvaluationException {
        if (index < 0 || index >= list.size()) {
            throw new EvaluationException("there is no element " + index);
        }
        return list.get((int) index);
    }

    /** The value of a key. */
    @Overload("index_map")
    public static Object at(Map<?, ?> map, Object key) throws EvaluationException {
        var value = map.get(key);
        if (value == null) {
            throw new EvaluationException("the key is not in the map");
        }
        return value;
    }

    /** Whether an element equals a value; 0.0 equals -0.0, and here a double that is not a number equals itself. */
    @Overload("in_list")
    public static boolean isIn(Object value, List<?> list) {
        return list.contains(value) || value instanceof Double number && number == 0 && list.contains(-number);
    }

    @Overload("in_list")
    public static boolean isIn(Timestamp value, List<Timestamp> list) throws EvaluationException {
        Times.seconds(value);
        var found = false;
        for (var element : list) {
            found |= Equality.equal(element, value);
        }
        return found;
    }

    @Overload("in_list")
    public static boolean isIn(Duration value, List<Duration> list) throws EvaluationException {
        Times.seconds(value);
        var found = false;
        for (var element : list) {
            found |= Equality.equal(element, value);
        }
        return found;
    }

    @Overload("in_map")
    public static boolean isIn(Object key, Map<?, ?> map) {
        return map.containsKey(key);
    }

    @Overload("add_list")
    public static List<?> concat(List<?> left, List<?> right) {
        var whole = new ArrayList<Object>(left.size() + right.size());
        whole.addAll(left);
        whole.addAll(right);
        return whole;
    }

    /** Whether no two elements are equal. Values that are not numbers differ from each other, 0.0 and -0.0 do not. */
    @Overload({
        "unique_list_bool",
        "unique_list_int",
        "unique_list_uint",
        "unique_list_double",
        "unique_list_string",
        "unique_list_bytes"
    })
    public static boolean isUnique(List<?> list) {
        var seen = new HashSet<Object>();
        for (var element : list) {
            var value = element instanceof Double number ? number + 0.0 : element;
            var isNumberless = value instanceof Double number && number.isNaN();
            if (!isNumberless && !seen.add(value)) {
                return false;
            }
        }
        return true;
    }
}
