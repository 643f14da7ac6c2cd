/** What Google does not let anybody do, in its words: a script gets it as an exception, a person reads it. */
export class Refusal extends Error {}
