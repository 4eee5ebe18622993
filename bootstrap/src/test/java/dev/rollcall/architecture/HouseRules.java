package dev.rollcall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/// The rules of the house: who may know whom, and who may do what.
final class HouseRules {

    static final String DOMAIN = "dev.rollcall.domain..";
    static final String APPLICATION = "dev.rollcall.application..";
    static final String HTTP = "dev.rollcall.http..";
    static final String JDBC = "dev.rollcall.jdbc..";
    static final String MONGO = "dev.rollcall.mongo..";
    static final String CONTRACT = "dev.rollcall.contract..";
    static final String BOOTSTRAP = "dev.rollcall.bootstrap..";

    static final ArchRule ROOMS =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("domain")
                    .definedBy(DOMAIN)
                    .layer("application")
                    .definedBy(APPLICATION)
                    .layer("http")
                    .definedBy(HTTP)
                    .layer("jdbc")
                    .definedBy(JDBC)
                    .layer("mongo")
                    .definedBy(MONGO)
                    .layer("contract")
                    .definedBy(CONTRACT)
                    .layer("bootstrap")
                    .definedBy(BOOTSTRAP)
                    .whereLayer("bootstrap")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("contract")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("http")
                    .mayOnlyBeAccessedByLayers("bootstrap")
                    .whereLayer("jdbc")
                    .mayOnlyBeAccessedByLayers("bootstrap")
                    .whereLayer("mongo")
                    .mayOnlyBeAccessedByLayers("bootstrap")
                    .whereLayer("application")
                    .mayOnlyBeAccessedByLayers("http", "jdbc", "mongo", "contract", "bootstrap")
                    .as(
                            "knowledge goes one way: adapters know the application, which knows"
                                    + " the domain");

    static final ArchRule PURE_CORE =
            classes()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..")
                                    .or(resideInAnyPackage(DOMAIN, APPLICATION)))
                    .as("domain and application depend on the JDK and nullness annotations alone");

    static final ArchRule PURE_RULES =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "java.io..",
                                            "java.net..",
                                            "java.nio.file..",
                                            "java.nio.channels..")
                                    .or(describe("draw lots", HouseRules::drawsLots)))
                    .as("domain and application know no file, no network and no chance");

    static final ArchRule TIME_COMES_IN =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BOOTSTRAP)
                    .should()
                    .accessTargetWhere(readsTheClock())
                    .as("no class outside bootstrap reads the system's clock");

    static final ArchRule ONE_ORDER =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(DOMAIN, CONTRACT)
                    .should()
                    .accessTargetWhere(comparesJobs())
                    .as("only the domain compares jobs");

    static final ArchRule WIRING_STAYS_OUT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(BOOTSTRAP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dagger..", "javax.inject..", "jakarta.inject..")
                    .as("dependency injection stays in bootstrap");

    static final ArchRule ONE_DOOR_EACH =
            classes()
                    .that()
                    .resideInAnyPackage(HTTP, JDBC, MONGO)
                    .and(describe("are not a door", c -> !isDoor(c.getSimpleName())))
                    .and(describe("are top-level", c -> c.isTopLevelClass()))
                    .should()
                    .notBePublic()
                    .as("an adapter shows its doors and nothing else");

    /// What an adapter shows: its store, the server with its settings, and the one spelling of a
    /// job in JSON, which the command line shares.
    private static final Set<String> DOORS =
            Set.of(
                    "H2Store",
                    "PostgresStore",
                    "MongoStore",
                    "RollcallServer",
                    "HttpSettings",
                    "TlsFiles",
                    "ProcessingJobJson",
                    "JobRecordReader",
                    "MalformedJob");

    private HouseRules() {}

    private static boolean isDoor(String name) {
        return DOORS.contains(name) || name.equals("package-info");
    }

    private static boolean drawsLots(JavaClass type) {
        return type.getSimpleName().endsWith("Random");
    }

    /// By a call or by a reference to a method. `System.nanoTime` is a stopwatch, not a clock: it
    /// says nothing of the time of day.
    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe(
                "read the system's clock",
                access ->
                        switch (access.getName()) {
                            case "now" ->
                                    access.getTargetOwner().getPackageName().equals("java.time");
                            case "system", "systemUTC", "systemDefaultZone" ->
                                    isOn(access, Clock.class) || isOn(access, InstantSource.class);
                            case "currentTimeMillis" -> isOn(access, System.class);
                            default -> false;
                        });
    }

    private static boolean isOn(JavaAccess<?> access, Class<?> owner) {
        return access.getTargetOwner().isEquivalentTo(owner);
    }

    private static DescribedPredicate<JavaAccess<?>> comparesJobs() {
        return describe(
                "compare jobs",
                access ->
                        resideInAPackage(DOMAIN).test(access.getTargetOwner())
                                && Set.of("compareTo", "comparator").contains(access.getName()));
    }
}
