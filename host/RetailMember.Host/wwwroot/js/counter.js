// The counter by keyboard and scanner alone: function keys press what carries their name.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const target = /^F\d+$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input')) target.select();
  else target.click();
});

// A choice that changes what the page shows is made by ticking it.
document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
});

// Slips are printed by a button too.
document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print();
});
