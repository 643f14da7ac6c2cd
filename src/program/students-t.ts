/** Halving the angle's range so often leaves nothing that a number could tell apart. */
const HALVINGS = 60;

/**
 * How far out Student's t has to go to each side to hold that share of its distribution: the factor of a mean's
 * interval, R's `qt((1 + share) / 2, degrees)`. Bisects the exact series for whole degrees of freedom.
 *
 * @param degrees degrees of freedom, a whole number from 1 up
 * @param share what lies between the two ends, above 0 and below 1
 * @throws RangeError on anything else
 * @see Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 26.7.3 and 26.7.4
 * @example studentsT(9) // 2.262157, rounded
 */
export function studentsT(degrees: number, share = 0.95): number {
  if (!Number.isInteger(degrees) || degrees < 1 || !(share > 0 && share < 1))
    throw new RangeError("studentsT needs whole degrees of freedom, from one up, and a share between zero and one");
  let low = 0;
  let high = Math.PI / 2;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, degrees) < share) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}

/** The share of the distribution between -t and t, where t is the root of the degrees times the tangent of the angle. */
function shareWithin(angle: number, degrees: number): number {
  const isOdd = degrees % 2 === 1;
  const cosine = Math.cos(angle);
  let term = isOdd ? cosine : 1;
  let sum = 0;
  // Of the exponents of the cosine every second one, up to the degrees less two.
  for (let exponent = isOdd ? 1 : 0; exponent <= degrees - 2 && term > Number.EPSILON * sum; exponent += 2) {
    sum += term;
    term *= (cosine * cosine * (exponent + 1)) / (exponent + 2);
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
