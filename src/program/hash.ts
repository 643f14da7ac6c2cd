/**
 * A short name for a text: the same text always gets the same one, two texts hardly ever do (53 bits, the public
 * cyrb53 mixing scheme). For keys, not for secrets.
 * @example shortHash("a") === shortHash("a") // true
 */
export function shortHash(text: string): string {
  return nameOf(mix(text));
}

/**
 * A short name for some texts in whatever order: the sum of what each of them mixes to, so that nothing has to be sorted.
 * @example bagHash(["a", "b"]) === bagHash(["b", "a"]) // true
 */
export function bagHash(texts: readonly string[]): string {
  let high = 0;
  let low = 0;
  for (const text of texts) {
    const mixed = mix(text);
    high = (high + mixed.high) | 0;
    low = (low + mixed.low) | 0;
  }
  return nameOf({ high, low });
}

interface Mixed {
  readonly high: number;
  readonly low: number;
}

function mix(text: string): Mixed {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { high: b, low: a };
}

const nameOf = ({ high, low }: Mixed): string => (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
