/** What an earner gets for a micro-credential. */

export interface CurrencyKind {
  readonly id: string;
  readonly label: string;
  readonly help: string;
}

export const currencyKinds = [
  { id: "affiliate", label: "State affiliate recognition", help: "Some distinctive honor." },
  { id: "district-pd", label: "District PD credit", help: "Counts toward the district's professional development." },
  {
    id: "state-pd",
    label: "State continuing PD credit",
    help: "Toward licence renewal, as certification rules permit.",
  },
  {
    id: "graduate",
    label: "Graduate credit",
    help: "Through a college or university, if state and district rules permit.",
  },
  { id: "pay", label: "Pay increase or stipend", help: "Bargained, or by memorandum of understanding." },
  { id: "advisory", label: "Advisory role", help: "The earner reports back experience and advice." },
  {
    id: "in-lieu",
    label: "In lieu of district or school PD",
    help: "The earner skips some assigned learning and gives that time to a micro-credential.",
  },
  { id: "other", label: "Other", help: "Describe it in your own words." },
] as const satisfies readonly CurrencyKind[];
