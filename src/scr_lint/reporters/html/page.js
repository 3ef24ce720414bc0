"use strict";
for (const form of document.querySelectorAll("form.filters")) {
  const part = form.parentElement;
  const items = [...part.querySelectorAll("[data-list] > li")];
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fits = selects.every((s) => !s.value || item.dataset[s.dataset.key] === s.value);
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    status.textContent = `Showing ${shown} of ${items.length}`;
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
}
