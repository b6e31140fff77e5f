// Text fields with a largest length: how many characters are written, as one writes.

for (const field of document.querySelectorAll("textarea[data-most]")) {
  const most = Number(field.dataset.most);
  const count = document.querySelector(`[data-count="${field.id}"]`);
  const tell = () => {
    const written = [...field.value].length;
    count.textContent = `${written.toLocaleString("en")} of ${most.toLocaleString("en")} characters.`;
    field.setCustomValidity(written > most ? `${(written - most).toLocaleString("en")} characters too many.` : "");
    count.classList.toggle("too-many", written > most);
  };
  field.addEventListener("input", tell);
  if (field.value) tell();
}
