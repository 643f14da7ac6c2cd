/** Published rules of what a micro-credential counts for, to start from. */

export interface CurrencyPreset {
  readonly key: string;
  readonly place: string;
  readonly year: string;
  readonly family: "units" | "base-pay" | "growth-plan";
  readonly unit: string;
  /** Units for each `per`; null where unpublished, so the coordinator enters it. */
  readonly value: number | null;
  /** The top of the range where the value goes by difficulty. */
  readonly valueHigh?: number;
  readonly per: "micro-credential" | "10 hours" | "15 hours";
  /** The most units that micro-credentials may bring. */
  readonly cap: number | null;
  /** The units that bring the reward. */
  readonly threshold: number | null;
  readonly rule: string;
  readonly source: string;
}

const published = (when: string) => `As published ${when}; check the current rule.`;
const newAmerica = published("by New America, its numbers being examples");
const districtPage = published("on a district page");

export const currencyPresets = [
  {
    key: "baltimore-county",
    place: "Baltimore County, MD",
    year: "2015-16",
    family: "units",
    unit: "CPD credit",
    value: 0.5,
    per: "micro-credential",
    cap: 15,
    threshold: 36,
    rule: "2 approved micro-credentials are 1 state CPD credit. Master's equivalency takes 36 post-baccalaureate credits, at most 15 of them CPD, so 30 micro-credentials fill the cap.",
    source: published("for 2015-16"),
  },
  {
    key: "north-carolina",
    place: "North Carolina",
    year: "2015-17",
    family: "units",
    unit: "renewal credit",
    value: 1,
    per: "10 hours",
    cap: null,
    threshold: 8,
    rule: "Renewal every 5 years; credits needed depend on the licence area (8 in the published example, a kindergarten teacher). The provider sets a course's credits by length and difficulty. All micro-credentials of a course must be earned, or its CEUs are not given.",
    source: published("mostly 2015-17"),
  },
  {
    key: "kettle-moraine",
    place: "Kettle Moraine, WI",
    year: "2015-16",
    family: "base-pay",
    unit: "USD a year",
    value: 200,
    valueHigh: 600,
    per: "micro-credential",
    cap: null,
    threshold: null,
    rule: "A permanent base-pay increase of $200 to $600 by difficulty. Pre-approval (rationale, impact on students, fit with mission), evidence, proof to HR, then pay takes effect. Nobody loses by earning none.",
    source: published("for 2015-16"),
  },
  {
    key: "clark-county",
    place: "Clark County, NV",
    year: "2016-17",
    family: "units",
    unit: "contact unit",
    value: null,
    per: "micro-credential",
    cap: 30,
    threshold: 225,
    rule: "225 contact units (3 hours each) move one salary column; at most 30 from micro-credentials. Units for each are unpublished: enter yours. It must relate to the licence area, be approved by Digital Promise, and stand in a growth plan made with the school leader.",
    source: published("for 2016-17"),
  },
  {
    key: "massachusetts",
    place: "Massachusetts",
    year: "2015-17",
    family: "units",
    unit: "PDP",
    value: 5,
    per: "micro-credential",
    cap: 10,
    threshold: null,
    rule: "At most 2 micro-credentials, 10 PDPs in all (5 each is our arithmetic), toward recertification.",
    source: published("mostly 2015-17"),
  },
  {
    key: "state-model-option-1",
    place: "State model, option 1 district",
    year: "proposal",
    family: "units",
    unit: "micro-credential",
    value: 1,
    per: "micro-credential",
    cap: null,
    threshold: 5,
    rule: "Current renewal rules stay; an individual may renew with 5 micro-credentials instead.",
    source: newAmerica,
  },
  {
    key: "state-model-option-2",
    place: "State model, option 2 district",
    year: "proposal",
    family: "units",
    unit: "micro-credential",
    value: 1,
    per: "micro-credential",
    cap: null,
    threshold: 3,
    rule: "3 micro-credentials in 5 years instead of hours.",
    source: newAmerica,
  },
  {
    key: "state-model-growth",
    place: "State model, growth plan",
    year: "proposal",
    family: "growth-plan",
    unit: "USD once",
    value: 50,
    per: "micro-credential",
    cap: null,
    threshold: null,
    rule: "$50 for each one earned through a growth plan. A state-vetted micro-credential proves a growth goal without an internal assessor, and may count for renewal too if supervisors or peers confirm that it was not mere convenience.",
    source: newAmerica,
  },
  {
    key: "aurora",
    place: "Aurora, CO",
    year: "undated",
    family: "units",
    unit: "credit",
    value: 1,
    per: "15 hours",
    cap: null,
    threshold: null,
    rule: "A micro-credential counts 10 hours, and 15 hours are 1 credit.",
    source: districtPage,
  },
  {
    key: "troy-30-c",
    place: "Troy 30-C, IL",
    year: "undated",
    family: "units",
    unit: "board credit",
    value: 1,
    per: "15 hours",
    cap: null,
    threshold: null,
    rule: "15 hours are 1 board credit, with proof within 90 days.",
    source: districtPage,
  },
] as const satisfies readonly CurrencyPreset[];
