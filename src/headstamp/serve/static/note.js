// Notes are counted as they are written, as the ledger counts them: in characters.

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-most]")) return;
  const most = Number(target.dataset.most);
  const left = most - [...target.value.trim()].length;
  const count = document.getElementById(`${target.id}-count`);
  count.textContent = left < 0
    ? `${(-left).toLocaleString("en")} characters too many.`
    : `${left.toLocaleString("en")} of ${most.toLocaleString("en")} characters left.`;
  count.classList.toggle("too-many", left < 0);
  target.setCustomValidity(left < 0 ? "The note is too long." : "");
});
