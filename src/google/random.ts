/** Randomness for ids and codes: one call, however many are made from it. */
export const randomSeed = (): string => Utilities.getUuid();
