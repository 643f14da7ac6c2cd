/** Gives equal plain objects one identity: cells then share them, and comparing them is cheap. */
export class Interner<T extends object> {
  private readonly known = new Map<string, T>();

  intern(value: T): T {
    const key = JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
    const known = this.known.get(key);
    if (known) return known;
    const frozen = Object.freeze(value);
    this.known.set(key, frozen);
    return frozen;
  }
}
