package dev.rollcall.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which store a contract run is about:
///
/// ```java
/// @StoreUnderTest(H2InMemory.class)
/// class H2InMemoryTest extends ProcessingJobStoreContract {}
/// ```
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface StoreUnderTest {

    Class<? extends StoreFactory> value();
}
