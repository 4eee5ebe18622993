package dev.rollcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import dev.rollcall.application.sinner.UseCaseThatKnowsAnAdapter;
import dev.rollcall.application.sinner.UseCaseThatKnowsTheTestKit;
import dev.rollcall.bootstrap.sinner.WiringThatPrints;
import dev.rollcall.circle.there.There;
import dev.rollcall.cli.sinner.CommandThatKnowsTheServer;
import dev.rollcall.domain.sinner.RuleThatDrawsLots;
import dev.rollcall.domain.sinner.RuleThatHoldsAClock;
import dev.rollcall.domain.sinner.RuleThatKnowsAPort;
import dev.rollcall.domain.sinner.RuleThatReadsAFile;
import dev.rollcall.domain.sinner.RuleThatReadsTheClock;
import dev.rollcall.domain.sinner.RuleWithALogger;
import dev.rollcall.http.sinner.ServerThatInjects;
import dev.rollcall.http.sinner.ServerThatKnowsAStore;
import dev.rollcall.http.sinner.ServerThatPlansScans;
import dev.rollcall.jdbc.sinner.StoreThatComparesJobs;
import dev.rollcall.jdbc.sinner.StoreThatKnowsAnotherStore;
import dev.rollcall.jdbc.sinner.StoreThatKnowsItsCaller;
import dev.rollcall.json.sinner.SpellingThatKnowsACommand;
import dev.rollcall.mongo.sinner.StoreThatKnowsTheWire;
import dev.rollcall.mongo.sinner.StoreThatShowsItself;
import dev.rollcall.plan.sinner.PlanWithALogger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

/// Holds the whole house to [HouseRules], and the rules to deliberate sinners.
class HouseRulesTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.rollcall");

    private static final JavaClasses HOUSE_WITH_SINNERS =
            new ClassFileImporter().importPackages("dev.rollcall");

    static Stream<Arguments> rulesAndSinners() {
        return Stream.of(
                Arguments.of(HouseRules.ROOMS, ServerThatKnowsAStore.class),
                Arguments.of(HouseRules.ROOMS, StoreThatKnowsAnotherStore.class),
                Arguments.of(HouseRules.ROOMS, StoreThatKnowsTheWire.class),
                Arguments.of(HouseRules.ROOMS, StoreThatKnowsItsCaller.class),
                Arguments.of(HouseRules.ROOMS, UseCaseThatKnowsAnAdapter.class),
                Arguments.of(HouseRules.ROOMS, UseCaseThatKnowsTheTestKit.class),
                Arguments.of(HouseRules.ROOMS, RuleThatKnowsAPort.class),
                Arguments.of(HouseRules.ROOMS, CommandThatKnowsTheServer.class),
                Arguments.of(HouseRules.ROOMS, SpellingThatKnowsACommand.class),
                Arguments.of(HouseRules.ROOMS, ServerThatPlansScans.class),
                Arguments.of(HouseRules.PURE_CORE, PlanWithALogger.class),
                Arguments.of(HouseRules.PURE_CORE, RuleWithALogger.class),
                Arguments.of(HouseRules.PURE_RULES, RuleThatReadsAFile.class),
                Arguments.of(HouseRules.PURE_RULES, RuleThatDrawsLots.class),
                Arguments.of(HouseRules.TIME_COMES_IN, RuleThatReadsTheClock.class),
                Arguments.of(HouseRules.TIME_COMES_IN, RuleThatHoldsAClock.class),
                Arguments.of(HouseRules.ONE_ORDER, StoreThatComparesJobs.class),
                Arguments.of(HouseRules.WIRING_STAYS_OUT, ServerThatInjects.class),
                Arguments.of(HouseRules.NO_CIRCLES, There.class),
                Arguments.of(HouseRules.WALLS, WiringThatPrints.class),
                Arguments.of(HouseRules.ONE_DOOR_EACH, StoreThatShowsItself.class));
    }

    static Stream<ArchRule> rules() {
        return rulesAndSinners().map(Arguments::get).map(pair -> (ArchRule) pair[0]).distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rulesAndSinners")
    void the_rule_bites_a_sinner(ArchRule rule, Class<?> sinner) {
        assertThat(rule.evaluate(HOUSE_WITH_SINNERS).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(sinner.getSimpleName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "application",
                "json",
                "plan",
                "http",
                "cli",
                "jdbc",
                "mongo",
                "contract",
                "bootstrap"
            })
    void no_room_is_empty(String room) {
        assertThat(HOUSE)
                .as("an importer too old for this Java reads no class, and every rule holds")
                .anyMatch(c -> c.getPackageName().startsWith("dev.rollcall." + room));
    }

    @Test
    void sinners_are_not_part_of_the_house() {
        assertThat(HOUSE).noneMatch(c -> c.getPackageName().endsWith(".sinner"));
    }
}
