// The facets: what results can be narrowed by, as folds of checkboxes that belong to the form.

// An article has one kind, outlet and year, so of several chosen one is enough. It names many
// actors and has many topics: choosing two finds where both meet.
export const FACETS = [
  { name: "kind", legend: "Kind" },
  { name: "topic", legend: "Topic", needsAll: true },
  { name: "actor", legend: "Actor", needsAll: true },
  { name: "year", legend: "Year", newestFirst: true },
  { name: "outlet", legend: "Outlet" },
];

const SHOWN = 8; // values of a facet in sight; the rest fold away

export function facetsFrom(address) {
  const chosen = FACETS.map(({ name }) => [name, address.getAll(name)]);
  return new Map(chosen.filter(([, values]) => values.length));
}

// A closed fold for each facet, open where something is chosen. What is in it is counted, and its
// files are loaded, only when someone opens it.
export function foldFacets(place, chosen) {
  place.replaceChildren(...FACETS.map((facet) => fold(facet, chosen.has(facet.name))));
}

function fold({ name, legend }, isOpen) {
  const made = element("details", "facet");
  made.dataset.facet = name;
  made.open = isOpen;
  const values = element("fieldset", "");
  values.setAttribute("aria-label", legend);
  made.append(element("summary", "", legend), values);
  return made;
}

export function openFacets(place) {
  return [...place.querySelectorAll(".facet[open]")].map(({ dataset }) => dataset.facet);
}

// Fills the folds. Of a facet that is not counted there is only what was chosen, without numbers.
export function showFacets(place, counts, chosen, form) {
  const focused = document.activeElement;
  const hadFocus = focused.matches("input") && place.contains(focused);
  for (const facet of FACETS) {
    const values = place.querySelector(`[data-facet="${facet.name}"] > fieldset`);
    const isUnfolded = Boolean(values.querySelector("details[open]"));
    values.replaceChildren(
      ...boxes(facet, counts[facet.name], chosen.get(facet.name) ?? [], form, isUnfolded),
    );
  }
  if (hadFocus) focusAgain(place, focused);
}

function focusAgain(place, { name, value }) {
  const inputs = [...place.querySelectorAll("input")];
  const same = inputs.find((input) => input.name === name && input.value === value);
  same?.closest("details")?.setAttribute("open", "");
  same?.focus();
}

function boxes(facet, counts, chosen, form, isUnfolded) {
  const values = inOrder(facet, counts ?? {}, chosen);
  if (!values.length) return [element("p", "facet-none", counts ? "Nothing to choose" : "Counting …")];
  const all = values.map((value) =>
    box(facet.name, value, counts ? (counts[value] ?? 0) : "", chosen.includes(value), form),
  );
  const rest = all.slice(SHOWN);
  if (!rest.length) return all;
  const more = element("details", "facet-more");
  more.open = isUnfolded || values.slice(SHOWN).some((value) => chosen.includes(value));
  more.append(element("summary", "", `${rest.length} more`), ...rest);
  return [...all.slice(0, SHOWN), more];
}

// What is chosen, then what else has results, most first; years stay in their order.
function inOrder(facet, counts, chosen) {
  const values = [...new Set([...chosen, ...Object.keys(counts).filter((value) => counts[value])])];
  const byName = (a, b) => a.localeCompare(b);
  if (facet.newestFirst) return values.sort((a, b) => byName(b, a));
  const isChosen = (value) => Number(chosen.includes(value));
  const count = (value) => counts[value] ?? 0;
  return values.sort(
    (a, b) => isChosen(b) - isChosen(a) || count(b) - count(a) || byName(a, b),
  );
}

function box(facet, value, count, isChosen, form) {
  const label = element("label", "facet-value");
  const input = element("input", "");
  input.type = "checkbox";
  input.name = facet;
  input.value = value;
  input.checked = isChosen;
  input.setAttribute("form", form);
  label.append(input, element("span", "facet-name", value), " ", element("span", "count", count));
  return label;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
