import { describe, expect, it } from "vitest";
import { type Contact, type SupportedPerson, withoutContact } from "../../src/program/support-contact";
import { frozen } from "./freeze";

const usual: SupportedPerson = {
  id: "P-1",
  withdrawn: false,
  supportModel: "basic",
  group: "lab",
  enrolledOn: null,
  decided: false,
};
const days = { asOf: "2026-09-30", launch: "2026-09-01" };

function found(
  person: Partial<SupportedPerson>,
  contacts: readonly Contact[] = [],
  when: { asOf: string; launch: string | null } = days,
): boolean {
  return withoutContact(frozen([{ ...usual, ...person }]), frozen(contacts), when).length === 1;
}

const toPerson = (date: string | null, person = "P-1"): Contact => ({ date, to: { person } });
const toGroup = (date: string, group = "lab"): Contact => ({ date, to: { group } });

describe("people without support contact", () => {
  it("are those whose last contact, alone or with the group, was two weeks ago or more", () => {
    expect(found({}, [toPerson("2026-09-16")])).toBe(true);
    expect(found({}, [toPerson("2026-09-17")])).toBe(false);
    expect(found({}, [toGroup("2026-09-16")])).toBe(true);
    expect(found({}, [toGroup("2026-09-17")])).toBe(false);
    expect(found({}, [toPerson("2026-09-20"), toGroup("2026-09-05"), toPerson("2026-09-02")])).toBe(false);
  });

  it("are not reached by contact with others", () => {
    expect(found({}, [toPerson("2026-09-29", "P-2"), toGroup("2026-09-29", "other")])).toBe(true);
    expect(found({ group: null }, [toGroup("2026-09-29")])).toBe(true);
  });

  it("are not reached by contact without a date, or planned for later", () => {
    expect(found({}, [toPerson(null), toPerson("2026-10-01")])).toBe(true);
  });

  it.each([
    ["works independently", { supportModel: "independent" }],
    ["has no known support model", { supportModel: null }],
    ["withdrew", { withdrawn: true }],
    ["has a decision", { decided: true }],
  ] as const)("does not count who %s", (_, person) => {
    expect(found(person)).toBe(false);
  });

  it("have two weeks from the day they joined, and from the launch", () => {
    expect(found({ enrolledOn: "2026-09-20" })).toBe(false);
    expect(found({ enrolledOn: "2026-08-01" }, [], { asOf: "2026-09-14", launch: "2026-09-01" })).toBe(false);
    expect(found({ enrolledOn: "2026-08-01" }, [], { asOf: "2026-09-15", launch: "2026-09-01" })).toBe(true);
    expect(found({}, [toPerson("2026-08-10")], { asOf: "2026-09-14", launch: "2026-09-01" })).toBe(false);
  });

  it("are counted where no day is known from which to wait", () => {
    expect(found({}, [], { asOf: "2026-09-30", launch: null })).toBe(true);
  });
});
