/** What people choose for an answer that is to belong to nobody. */
export const LEAVE_OUT = "Leave out";

/** Why somebody is suggested for an answer. */
export const reasonWords = {
  "same-email": "same e-mail, which others have too",
  "same-mailbox": "e-mail that reaches the same mailbox",
  "like-email": "e-mail that differs by a letter or two",
  "other-domain": "same e-mail up to the @",
  "name-in-email": "name in the e-mail",
  "same-code": "same code, which others have too",
  "like-code": "code that differs by a letter",
  "same-name": "same name",
  "like-name": "name that is nearly the same",
  "part-of-name": "part of the name",
  supportGroup: "same support group",
  school: "same school",
  facilitator: "same facilitator",
} as const;

export type LikenessReason = keyof typeof reasonWords;
