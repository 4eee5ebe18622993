package dev.rollcall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/// The rules of the house: who may know whom, and who may do what.
final class HouseRules {

    static final String DOMAIN = "dev.rollcall.domain..";
    static final String APPLICATION = "dev.rollcall.application..";
    static final String JSON = "dev.rollcall.json..";
    static final String PLAN = "dev.rollcall.plan..";
    static final String HTTP = "dev.rollcall.http..";
    static final String CLI = "dev.rollcall.cli..";
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
                    .layer("json")
                    .definedBy(JSON)
                    .layer("plan")
                    .definedBy(PLAN)
                    .layer("cli")
                    .definedBy(CLI)
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
                    .whereLayer("cli")
                    .mayOnlyBeAccessedByLayers("bootstrap")
                    .whereLayer("jdbc")
                    .mayOnlyBeAccessedByLayers("bootstrap")
                    .whereLayer("mongo")
                    .mayOnlyBeAccessedByLayers("bootstrap")
                    .whereLayer("json")
                    .mayOnlyBeAccessedByLayers("http", "cli")
                    .whereLayer("plan")
                    .mayOnlyBeAccessedByLayers("jdbc", "mongo", "contract")
                    .whereLayer("application")
                    .mayOnlyBeAccessedByLayers(
                            "json", "plan", "http", "cli", "jdbc", "mongo", "contract", "bootstrap")
                    .as(
                            "dependencies point inwards: adapters know the application, which knows"
                                    + " the domain; driving adapters share the JSON spelling of a"
                                    + " job, driven ones the plan over indexes");

    static final ArchRule NO_CIRCLES =
            slices().matching("dev.rollcall.(**)")
                    .should()
                    .beFreeOfCycles()
                    .as("no circle between packages");

    static final ArchRule PURE_CORE =
            classes()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION, PLAN)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..")
                                    .or(resideInAnyPackage(DOMAIN, APPLICATION, PLAN)))
                    .as("domain, application and plan depend on the JDK and nullness annotations");

    static final ArchRule PURE_RULES =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION, PLAN)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "java.io..",
                                            "java.net..",
                                            "java.nio.file..",
                                            "java.nio.channels..")
                                    .or(describe("draw lots", HouseRules::drawsLots)))
                    .as("domain, application and plan know no file, no network and no chance");

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

    static final ArchRule WALLS =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "dev.rollcall.http.awsjson..",
                            "dev.rollcall.http.console..",
                            "dev.rollcall.http.request..",
                            "dev.rollcall.http.sigv4..",
                            "dev.rollcall.cli.commands..",
                            "dev.rollcall.cli.importing..",
                            "dev.rollcall.cli.output..",
                            "dev.rollcall.jdbc.sql..",
                            "dev.rollcall.jdbc.h2..",
                            "dev.rollcall.jdbc.postgres..")
                    .should(onlyBeUsedInTheirModule())
                    .as("no module enters another's inner packages");

    static final ArchRule ONE_DOOR_EACH =
            classes()
                    .that()
                    .resideInAnyPackage("dev.rollcall.jdbc", "dev.rollcall.mongo..")
                    .and(describe("are not a door", c -> !isDoor(c.getSimpleName())))
                    .and(describe("are top-level", c -> c.isTopLevelClass()))
                    .should()
                    .notBePublic()
                    .as("a store shows its door and nothing else");

    /// What the storage adapters show.
    private static final Set<String> DOORS = Set.of("H2Store", "PostgresStore", "MongoStore");

    private HouseRules() {}

    private static boolean isDoor(String name) {
        return DOORS.contains(name) || name.equals("package-info");
    }

    /// The module of a class is the package below `dev.rollcall`.
    private static ArchCondition<JavaClass> onlyBeUsedInTheirModule() {
        return new ArchCondition<>("only be used in their module") {
            @Override
            public void check(JavaClass used, ConditionEvents events) {
                used.getDirectDependenciesToSelf().stream()
                        .filter(use -> !module(use.getOriginClass()).equals(module(used)))
                        .forEach(use -> events.add(violated(use, use.getDescription())));
            }
        };
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.", 4)[2];
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
