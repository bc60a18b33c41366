// Loaded before the page is drawn, so that a dark page never flashes white.
(() => {
  'use strict';
  const key = 'theme';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function apply() {
    const theme = localStorage.getItem(key) ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.setAttribute('data-bs-theme', theme);
    document.dispatchEvent(new CustomEvent('theme:changed'));
    return theme;
  }

  apply();
  dark.addEventListener('change', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-switch]')) return;
    const present = document.documentElement.getAttribute('data-bs-theme');
    localStorage.setItem(key, present === 'dark' ? 'light' : 'dark');
    apply();
  });
})();
