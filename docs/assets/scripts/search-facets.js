// The facets: what results can be narrowed by, as groups of checkboxes that belong to the form.

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

export function showFacets(place, counts, chosen, form) {
  const focused = document.activeElement;
  const open = new Set([...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.facet));
  const groups = FACETS.map((facet) =>
    group(facet, counts[facet.name] ?? {}, chosen.get(facet.name) ?? [], form, open.has(facet.name)),
  );
  const hadFocus = place.contains(focused);
  place.replaceChildren(...groups.filter(Boolean));
  if (hadFocus) focusAgain(place, focused);
}

function focusAgain(place, { name, value }) {
  const inputs = [...place.querySelectorAll("input")];
  const same = inputs.find((input) => input.name === name && input.value === value);
  same?.closest("details")?.setAttribute("open", "");
  same?.focus();
}

function group(facet, counts, chosen, form, isOpen) {
  const values = inOrder(facet, counts, chosen);
  if (!values.length) return null;
  const boxes = values.map((value) =>
    box(facet.name, value, counts[value] ?? 0, chosen.includes(value), form),
  );
  const fieldset = element("fieldset", "facet");
  fieldset.append(element("legend", "", facet.legend), ...boxes.slice(0, SHOWN));
  const rest = boxes.slice(SHOWN);
  if (rest.length) {
    const more = element("details", "facet-more");
    more.dataset.facet = facet.name;
    more.open = isOpen || values.slice(SHOWN).some((value) => chosen.includes(value));
    more.append(element("summary", "", `${rest.length} more`), ...rest);
    fieldset.append(more);
  }
  return fieldset;
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
