import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as catalogue from "../../src/content/catalogue";
import { checklist, phases } from "../../src/content/checklist";
import { committeeDecisions } from "../../src/content/committee";
import { currencyPresets } from "../../src/content/currency";
import { currencyKinds } from "../../src/content/currency-kinds";
import { facilitatorPlan } from "../../src/content/facilitator-plan";
import { outcomes, statuses, surveyMoments } from "../../src/content/labels";
import { educatorTypes, gradeLevels, locations, yearsOfService } from "../../src/content/locations";
import { newsletters, otherMessages } from "../../src/content/newsletters";
import { questions } from "../../src/content/questions";
import { reportParts, verdictSentence, verdicts } from "../../src/content/report-words";
import { resources } from "../../src/content/resources";
import { rolloutParts, rolloutSteps } from "../../src/content/rollout";
import { facilitatorRole, otherSupport, supportCategoryHelp, supportModelHelp } from "../../src/content/support";
import { activities, questionsToSettle } from "../../src/content/timeline";

const keyOf = (item: { readonly key?: string; readonly id?: string }) => item.key ?? item.id ?? "";

describe("keys", () => {
  it.each(
    Object.entries({
      activities,
      checklist,
      committeeDecisions,
      currencyKinds,
      currencyPresets,
      educatorTypes,
      facilitatorPlan,
      gradeLevels,
      locations,
      newsletters,
      otherMessages,
      otherSupport,
      outcomes,
      phases,
      questions,
      reportParts,
      resources,
      rolloutSteps,
      statuses,
      surveyMoments,
      yearsOfService,
    }),
  )("are unique and plain in %s", (_name, items) => {
    const keys = items.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("name the support models and categories of the domain", () => {
    const models = ["independent", "basic", "standard", "ultimate", "plc", "reallocated", "allocated", "other"];
    expect(Object.keys(supportModelHelp)).toEqual(models);
    expect(Object.keys(facilitatorRole)).toEqual(models);
    expect(Object.keys(supportCategoryHelp)).toEqual([
      "f2f",
      "email",
      "office-hours",
      "coaching",
      "release",
      ...otherSupport.map(keyOf),
    ]);
  });
});

describe("the checklist", () => {
  it("has 23 items in three phases, three of them only where needed", () => {
    expect(phases.map(({ id }) => checklist.filter((item) => item.phase === id).length)).toEqual([7, 8, 8]);
    expect(checklist.filter((item) => "optional" in item).map(keyOf)).toEqual([
      "launch-list",
      "implement-poll",
      "implement-share",
    ]);
  });

  it("begins every key with its phase", () => {
    for (const { key, phase } of checklist) expect(key.startsWith(`${phase}-`)).toBe(true);
  });
});

describe("the plan of dates", () => {
  it("has eight activities and four questions", () => {
    expect(activities).toHaveLength(8);
    expect(questionsToSettle).toHaveLength(4);
  });

  it("covers weeks 0 to 8 in order, with the week in each key", () => {
    const weeks = facilitatorPlan.map(({ week }) => week);
    expect([...new Set(weeks)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
    for (const { key, week } of facilitatorPlan) expect(key.startsWith(`week-${week}-`)).toBe(true);
  });
});

describe("questions", () => {
  it.each(surveyMoments)("have titles of their own in $label", ({ id }) => {
    const titles = questions.filter(({ moments }) => moments.includes(id)).map(({ text }) => text.toLowerCase());
    expect(titles.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(questions)("have what their type needs: $key", (question) => {
    const chosen = question.type === "choice" || question.type === "checkboxes";
    expect(Boolean(question.choices || question.choicesFrom)).toBe(chosen);
    expect(Boolean(question.lowLabel && question.highLabel)).toBe(question.type === "scale");
    // Exports join ticked answers with a comma and a space or a semicolon.
    if (question.type === "checkboxes") for (const choice of question.choices ?? []) expect(choice).not.toMatch(/,|;/);
    expect(new Set(question.choices).size).toBe(question.choices?.length ?? 0);
  });
});

describe("currency presets", () => {
  it.each(currencyPresets)("show where they come from: $key", ({ source, rule }) => {
    expect(source).toMatch(/^As published .+; check the current rule\.$/);
    expect(rule).toMatch(/\.$/);
  });
});

describe("the report", () => {
  it("has its eleven parts", () => expect(reportParts).toHaveLength(11));

  it.each(verdicts)("claims no cause: %s", (verdict) => {
    const text = verdictSentence(verdict, "Basic support", "Independent");
    expect(text).toContain("Basic support");
    expect(text).toContain("Independent");
    expect(text).not.toMatch(/because|cause|effect|due to|led to|works?\b|improve|thanks to|result/i);
  });
});

describe("all of the content", () => {
  const folder = "src/content";
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));

  it("links to https only", () => {
    for (const { link } of [...resources, catalogue.catalogueIssuer]) expect(new URL(link).protocol).toBe("https:");
    for (const { text } of files) expect(text).not.toContain("http://");
  });

  it("never uses the word that the domain rules out", () => {
    for (const { name, text } of files) expect(text, name).not.toMatch(/bad[g]e/i);
  });

  it("imports nothing from other rooms", () => {
    for (const { name, text } of files) expect(text, name).not.toMatch(/from "(?!\.\/)/);
  });

  it("keeps three hints, all stacks once, and every part of the rollout", () => {
    expect(catalogue.criteriaHints).toHaveLength(3);
    expect(new Set(catalogue.stacks).size).toBe(catalogue.stacks.length);
    expect(catalogue.stacks).toContain(catalogue.workedExample.stack);
    expect(new Set(rolloutSteps.map(({ part }) => part))).toEqual(new Set(Object.keys(rolloutParts)));
    expect(newsletters).toHaveLength(7);
  });
});
