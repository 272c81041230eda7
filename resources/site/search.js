// SPDX-License-Identifier: Apache-2.0
// Finds services by name, setting, label, region or plan. Without this script the list is whole.
"use strict";

(function () {
  const field = document.getElementById("search");
  const box = document.getElementById("finding");
  const none = document.getElementById("none");
  const cards = Array.from(document.querySelectorAll("#services > section"));

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase();
  }

  const texts = cards.map((card) => folded(card.dataset.find + " " + card.textContent));

  function find() {
    const wanted = folded(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    cards.forEach((card, index) => {
      const fits = wanted.every((word) => texts[index].includes(word));
      card.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    none.hidden = shown > 0;
  }

  box.hidden = false;
  field.addEventListener("input", find);
  find();
})();
