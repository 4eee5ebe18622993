package dev.rollcall.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Reads one of a few values by its name, in upper or lower case; the help lists the names.
///
/// A subclass without parameters is both the `converter` and the `completionCandidates` of an
/// option.
public abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {

    private final Map<String, T> values = new LinkedHashMap<>();

    /// @param name the name of a value, as the help shows it
    protected Choice(T[] values, Function<T, String> name) {
        for (T value : values) {
            this.values.put(name.apply(value), value);
        }
    }

    @Override
    public final T convert(String text) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().equalsIgnoreCase(text))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is not one of %s"
                                                .formatted(text, String.join(", ", this))));
    }

    @Override
    public final Iterator<String> iterator() {
        return values.keySet().iterator();
    }
}
