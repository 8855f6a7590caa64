// A form that keeps what is typed until it is proposed, in this browser alone, and then makes a file
// of it.

import { fileOf } from "./propose-file.js";
import { offer } from "./propose-send.js";

const controls = (form) => [...form.querySelectorAll("[name]")];

/** Whether there is anything kept under this name. */
export function isKept(key) {
  return Boolean(__md_get(key));
}

/** Readies a form: what was kept under `key` is back in it. */
export function ready(form, key, { isTaken = () => false, onDone = () => {} } = {}) {
  const kept = __md_get(key) ?? {};
  for (const control of controls(form)) {
    const value = kept[control.name];
    if (control.type === "checkbox") control.checked = Boolean(value?.includes(control.value));
    else if (typeof value === "string" && value) control.value = value;
  }
  form.addEventListener("input", () => keep(form, key));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(form, key);
    if (!hasTick(form)) return;
    offer(form, fileOf(form, isTaken), () => {
      form.reset();
      __md_set(key, null);
      onDone();
    });
  });
}

function keep(form, key) {
  const kept = {};
  for (const control of controls(form)) {
    if (control.type !== "checkbox") kept[control.name] = control.value;
    else if (control.checked) (kept[control.name] ??= []).push(control.value);
  }
  __md_set(key, kept);
}

/** Of a group that needs a tick, HTML cannot say so; the first box says it. */
function hasTick(form) {
  const boxes = [...form.querySelectorAll("[data-required-group] input")];
  if (!boxes.length || boxes.some((box) => box.checked)) return true;
  boxes[0].setCustomValidity("Choose one topic at least.");
  boxes[0].reportValidity();
  form.addEventListener("change", () => boxes[0].setCustomValidity(""), { once: true });
  return false;
}
